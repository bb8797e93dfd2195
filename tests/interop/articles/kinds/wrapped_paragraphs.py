"""Paragraphs of an article as pages wrap them beside the plain ones, and what pages put between paragraphs."""

from __future__ import annotations

ODD = "The fire brigade counted 77 flooded cellars in the old town, more than in any year before."
SECOND = "Most of them were dry again on Friday, said the head of the brigade."
PLAIN = tuple(
    f"Witness {number} told the court on Tuesday that the pumps had cost {number},{number}00 euros a year, and that "
    "nobody had asked who would look after them in winter."
    for number in range(1, 10)
)
TEXT_WRAPPINGS = (
    *("<div>{}</div>", "<section>{}</section>", "<section><p>{}</p></section>", "<article>{}</article>"),
    *("<article><p>{}</p></article>", "<center>{}</center>", "<center><p>{}</p></center>", "<x-par>{}</x-par>"),
    *("<news-text><p>{}</p></news-text>", "<div><p>{}</p></div>", "<div><div>{}</div></div>"),
    *("<div><div><p>{}</p></div></div>", "<div><span>{}</span></div>", "<div><b>{}</b></div>", "<p><b>{}</b></p>"),
    *("<p><i>{}</i></p>", "<p><em><strong>{}</strong></em></p>", "<p><span>{}</span></p>", "<p><font>{}</font></p>"),
    *("<font>{}</font>", "<span>{}</span>", "{}", "<br>{}<br>", "<b>{}</b>", "<em>{}</em>", "<strong>{}</strong>"),
    *("<blockquote>{}</blockquote>", "<blockquote><p>{}</p></blockquote>", "<q>{}</q>", "<pre>{}</pre>"),
    *("<ul><li>{}</li></ul>", "<ol><li>{}</li></ol>", "<ul><li><p>{}</p></li></ul>", "<dl><dd>{}</dd></dl>"),
    *("<dl><dt>{}</dt></dl>", "<table><tr><td>{}</td></tr></table>", "<address>{}</address>", "<main>{}</main>"),
    *("<div class='text'>{}</div>", "<div class='paragraph'><p>{}</p></div>", "<div id='p7'>{}</div>"),
    *("<div data-component='text-block'>{}</div>", "<div role='paragraph'>{}</div>", "<p class='intro'>{}</p>"),
    *("<p class='highlight'>{}</p>", "<mark>{}</mark>", "<u>{}</u>", "<small>{}</small>", "<big>{}</big>"),
    *("<details open><summary>Floods</summary><p>{}</p></details>", "<fieldset>{}</fieldset>", "<h3>{}</h3>"),
    *("<p><a name='x'></a>{}</p>", "<p>{} <a href='/x'>More on the floods.</a></p>", "<div><tt>{}</tt></div>"),
    *("<p><a name='x'>{}</a></p>", "<a id='x'>{}</a>"),
    *("<div style='margin: 1em'>{}</div>", "<div lang='en'>{}</div>", "<div dir='ltr'><p>{}</p></div>"),
    *("<section class='body-part'><div><p>{}</p></div></section>", "<div><br>{}<br><br></div>", "<cite>{}</cite>"),
)
"""Wrappings whose words people read as the article's."""

FURNITURE = (
    "<aside>{}</aside>",
    "<nav>{}</nav>",
    "<footer>{}</footer>",
    "<div class='newsletter-signup'>{}</div>",
    "<div class='related'><p>{}</p></div>",
    "<section class='advertisement'>{}</section>",
    "<div class='share-tools'>{}</div>",
    "<div id='cookie-banner'>{}</div>",
    "<div class='comments'><p>{}</p></div>",
    "<div class='promo-teaser'>{}</div>",
    "<div role='complementary'>{}</div>",
    "<form>{}</form>",
    "<div><a href='/other'>{}</a></div>",
    "<ul><li><a href='/other'>{}</a></li></ul>",
    "<div hidden>{}</div>",
    "<div style='display:none'>{}</div>",
    "<template>{}</template>",
    "<button>{}</button>",
)
"""Wrappings of what is not."""


def page(between: str) -> str:
    """A page of news with that markup in the middle of its article."""
    paragraphs = [f"<p>{text}</p>" for text in PLAIN]
    body = "\n".join([*paragraphs[:5], between, *paragraphs[5:]])
    return (
        "<html><head><meta charset='utf-8'><title>Floods | The Courier</title></head><body><nav><a href='/'>Home</a>"
        f"</nav><main><article><h1>Floods</h1>\n{body}\n</article></main>"
        "<footer>All rights reserved.</footer></body></html>"
    )
