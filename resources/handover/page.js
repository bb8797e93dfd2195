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

  // On paper the notes are floats before their paragraphs: they go on below each other, and the text does not wait for them.
  function print(begins) {
    printing = begins;
    column.classList.toggle("ahead", begins);
    column.querySelectorAll(".notes").forEach((some) => {
      if (begins) { some.parentNode.prepend(some); } else { some.parentNode.append(some); }
    });
    place();
  }

  place();
  addEventListener("resize", place);
  addEventListener("load", place);
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
})();
