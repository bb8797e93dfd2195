"""Files that nobody has made for good: a sentence with file and line, or a scheme of moderate size."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.storage.files.file_error import Problem, SchemeError
from tests.interop.schemes.conftest import Make, ids

TYPES = "".join(f"<typeDescription><name>t{at}</name></typeDescription>" for at in range(2001))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("annotation.conf", "Person\n", ":1: It is no configuration of brat: a section such"),
        ("annotation.conf", b"[entities]\n\xff\n", ":2: It is not UTF-8, as brat's files are."),
        ("annotation.conf", "[entities]\n" + "\n".join(map(str, range(501))), ":502: It has more than 500 labels"),
        ("annotation.conf", "[entities]\n" + "A\n" * 10_000, ":10001: It has more than 10,000 lines"),
        ("annotation.conf", "[entities]\n", ": It has no labels, and a scheme needs at least one."),
        ("config.xml", "<View>\n<Labels>", ":2: It is not valid XML: no element found."),
        (
            "config.xml",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><View/>",
            ": It has a document type or entities, which are not allowed.",
        ),
        ("config.xml", f"<View>{'<a>' * 300}{'</a>' * 300}</View>", ": It is nested more than 200 levels deep."),
        ("config.xml", "<html/>", ": Its first element is “html”, of which no scheme can be made."),
        ("config.xml", "<View/>", ": It has no labels, and a scheme needs at least one."),
        ("labels.json", "[\n1]", ": label 1: It is no label of doccano, which is a JSON object with “text”."),
        ("labels.json", '[{"text": "a"},\n{]', ":2: It is not valid JSON: Expecting property name"),
        ("labels.json", "[" * 200_000, ":1: It is nested too deep."),
        ("a.qdpx", b"no zip", ": It is not a zip archive, or it is damaged."),
        ("a.qdc", "<a/>", ": It is no codebook of REFI-QDA."),
        ("labels.csv", "", ": It is empty."),
        ("labels.csv", 'label,key\na,"b', ":2: Its quotation marks are not right."),
        ("labels.csv", "label\n" + "\n".join(f"l{at}" for at in range(600)), ":502: It has more than 500 labels"),
        (
            "types.xml",
            f'<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{TYPES}</types>'
            "</typeSystemDescription>",
            ": It has more than 2,000 types or 20,000 features",
        ),
        ("labels.odt", "a", ": No scheme can be made from such a file."),
        ("scheme.yaml", "a: b\n", ":1: It is not a scheme: it does not say “format: annotation-scheme”."),
    ],
)
def test_it_is_refused_with_a_sentence(make: Make, name: str, content: str | bytes, sentence: str) -> None:
    with pytest.raises(SchemeError) as failed:
        make(name, content)
    assert str(failed.value).partition(name)[2].startswith(sentence)


def test_a_file_that_is_too_large(make: Make) -> None:
    with pytest.raises(SchemeError, match="too large"):
        make("labels.csv", b"a\n" * (2 * 1024 * 1024))


def test_names_that_nobody_can_read(make: Make) -> None:
    made = make("labels.csv", f"label\ngood\n{'x' * 10_000}\n \n")
    assert ids(made.scheme) == ["good"]
    assert made.notes == (
        f"Line 3: The name “{'x' * 59}…” is longer than 200 characters: it is left out.",
        "Line 4: A name is empty: it is left out.",
    )


def test_a_relation_of_everything_with_everything(make: Make) -> None:
    labels = "\n".join(f"l{at}" for at in range(400))
    made = make("annotation.conf", f"[entities]\n{labels}\n[relations]\nany\tArg1:<ANY>, Arg2:<ANY>\n")
    assert not made.scheme.relations
    assert made.notes == (
        "The relation “any” may join 160,000 pairs of labels. A scheme names each pair: add those that you need.",
    )


def test_choices_without_end(make: Make) -> None:
    choices = "".join(f'<Choice value="{at}"/>' for at in range(3000))
    made = make(
        "c.xml",
        f'<View><Labels><Label value="a"/></Labels><Choices name="k" perRegion="true">{choices}</Choices></View>',
    )
    [rule] = made.scheme.labels[0].attributes
    assert len(rule.choices) == 1000
    assert made.notes == ("The attribute “k” has more than 1,000 choices: those after are left out.",)


def test_the_problem_has_the_file(make: Make, tmp_path: Path) -> None:
    with pytest.raises(SchemeError) as failed:
        make("config.xml", "<a>\n</b>")
    assert failed.value.problem == Problem(tmp_path / "config.xml", 2, "It is not valid XML: mismatched tag.")


LABELS = "".join(f'<Label value="n{at}"/>' for at in range(500))
CHOICES = "".join(f'<Choice value="{at}" hint="no {at}"/>' for at in range(100))
ASKED = "".join(f'<Choices name="c{at}" perRegion="true">{CHOICES}</Choices>' for at in range(50))
TEXTS = "".join(f'<TextArea name="t{at}" perRegion="true"/>' for at in range(100))
NAMES = ",".join(map(str, range(10_000)))
MOST_CALLS = 6
"""Most calls for each character of a file: what is read for every pair of parts takes many times that."""


def calls_of(work: Callable[[], object]) -> int:
    """Number of functions that are called, of Python and of C."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


NESTED = "<Labels>" * 150 + '<Label value="b"/>' * 5000 + "</Labels>" * 150
TAKEN = '<Label value="n0" background="#56B4E9" hotkey="p"/>' * 5000


@pytest.mark.parametrize(
    "content",
    [
        NESTED,
        f"<Labels>{LABELS}</Labels>{ASKED}",
        f'<Labels>{LABELS}</Labels><View whenLabelValue="{NAMES}">{TEXTS}</View>',
        f"<Labels>{LABELS}{TAKEN}</Labels>",
    ],
    ids=["groups in groups", "choices of every label", "a long list of labels", "colours and keys that are taken"],
)
def test_a_label_studio_configuration_takes_work_by_its_length(make: Make, content: str) -> None:
    text = f"<View>{content}</View>"
    make("warm.xml", "<View><Labels><Label value='a'/></Labels></View>")
    assert calls_of(lambda: make("config.xml", text)) < MOST_CALLS * len(text)


def test_names_of_choices_below_one_that_is_too_long_are_not_put_together(make: Make) -> None:
    below, long = '<Choice value="b"/>' * 2000, "x" * 1000
    choices = f'<Choice value="{long}">{below}</Choice><Choice value="a"/>'
    label, asked = '<Labels><Label value="l"/></Labels>', f'<Choices name="k" perRegion="true">{choices}</Choices>'
    made = make("c.xml", f"<View>{label}{asked}</View>")
    assert made.scheme.labels[0].attributes[0].choices == ("a",)
    assert len(made.notes) == 1


def test_attributes_that_would_make_the_scheme_too_large_are_left_out(make: Make) -> None:
    made = make("c.xml", f"<View><Labels>{LABELS}</Labels>{ASKED}</View>")
    assert sum(len(label.attributes) for label in made.scheme.labels) < 2000
    assert "The attribute “c49” would make the scheme too large: it is left out." in made.notes
