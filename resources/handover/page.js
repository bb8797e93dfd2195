(() => {
  "use strict";
  const wide = matchMedia("(min-width: 1100px)");
  const column = document.querySelector(".column");
  const notes = [...column.querySelectorAll(".note")];
  const GAP = 9, RAISED = 5;
  let printing = false;

  function place() {
    const beside = wide.matches && !printing;
    column.classList.toggle("placed", beside);
    column.style.minHeight = "";
    if (!beside) { return; }
    const top = column.getBoundingClientRect().top;
    const wanted = notes.map((note) => document.getElementById("r" + note.dataset.n).getBoundingClientRect().top - top);
    const heights = notes.map((note) => note.offsetHeight);
    let free = 0;
    notes.forEach((note, at) => {
      const y = Math.max(free, wanted[at] - RAISED);
      note.style.top = y + "px";
      free = y + heights[at] + GAP;
    });
    column.style.minHeight = free + "px";
  }

  place();
  addEventListener("resize", place);
  addEventListener("load", place);
  addEventListener("beforeprint", () => { printing = true; place(); });
  addEventListener("afterprint", () => { printing = false; place(); });
})();
