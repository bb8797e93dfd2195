"""Schemes made from the files of other programs: what is taken, and what is said of the rest."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.interop.foreign.colours import hexadecimal
from annotator.interop.scheme_sources import scheme_from
from annotator.model.scheme import Scheme
from annotator.storage.schemes.program_keys import RESERVED_KEYS
from annotator.ui.actions.row import Scope
from annotator.ui.actions.table import ACTIONS
from tests.interop.schemes.conftest import Make, ids

BRAT = """\
[entities]
# a comment
Person
Place
\tCity
---
!Abstract

[relations]
Lives-in\tArg1:Person, Arg2:Place|City
Kin\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
Travel\tTraveller:Person, To*:<PLACES>

[attributes]
<PLACES>=Place|City
Negated\tArg:<EVENT>
Certainty\tArg:Travel, Value:high|low

[search]
x\ty
"""
LABEL_STUDIO = """\
<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="red" hotkey="p"/>
    <Label value="Place" background="#FFA39E" hotkey="n"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text" perRegion="true" whenLabelValue="Person" choice="multiple" required="true">
    <Choice value="real" hint="Has lived."/>
    <Choice value="made up"><Choice value="book"/></Choice>
  </Choices>
  <Number name="age" toName="text" perRegion="true" whenLabelValue="Person"/>
  <Choices name="tone" toName="text"><Choice value="good"/><Choice value="bad"/></Choices>
  <Relations><Relation value="knows"/></Relations>
  <RectangleLabels name="box" toName="image"/>
</View>
"""
DOCCANO = [
    {"id": 1, "text": "Person", "prefix_key": None, "suffix_key": "p", "background_color": "#209cee"},
    {"id": 2, "text": "Place", "prefix_key": "ctrl", "suffix_key": "l", "backgroundColor": "#ffcc00"},
]
CODEBOOK = """\
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another 1"><Codes>
  <Code guid="1" name="Work" isCodable="true" color="#112233"><Description>Paid or not.</Description>
    <Code guid="2" name="Pay" isCodable="true"/><Code guid="3" name="Group" isCodable="false"/></Code>
  <Code guid="4" name="Home" isCodable="true"><Code guid="5" name="Pay" isCodable="true"/></Code>
</Codes></CodeBook>
"""
UIMA = """\
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
  <typeDescription><name>my.Person</name><description>Somebody.</description>
    <supertypeName>uima.tcas.Annotation</supertypeName><features>
      <featureDescription><name>age</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
      <featureDescription><name>real</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
      <featureDescription><name>mood</name><rangeTypeName>my.Mood</rangeTypeName></featureDescription>
      <featureDescription><name>home</name><rangeTypeName>my.Place</rangeTypeName></featureDescription>
      <featureDescription><name>odd</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
    </features></typeDescription>
  <typeDescription><name>my.Mood</name><supertypeName>uima.cas.String</supertypeName>
    <allowedValues><value><string>good</string></value><value><string>bad</string></value></allowedValues>
  </typeDescription>
  <typeDescription><name>my.Place</name><supertypeName>uima.tcas.Annotation</supertypeName></typeDescription>
  <typeDescription><name>my.Thing</name><supertypeName>uima.cas.TOP</supertypeName></typeDescription>
</types></typeSystemDescription>
"""
TABLE = 'Label;Key;Colour;Description;Owner\nPerson;p;teal;"Somebody; real";Ann\nPlace;p;no colour;;\n'


def relations(scheme: Scheme) -> list[tuple[str, str, str]]:
    return [(rule.id, rule.source, rule.target) for rule in scheme.relations]


def test_brat(make: Make, tmp_path: Path) -> None:
    (tmp_path / "visual.conf").write_text("[drawing]\nPerson\tfgColor:black, bgColor:#8fb2ff, borderColor:darken\n")
    scheme, notes = (made := make("annotation.conf", BRAT)).scheme, made.notes
    assert ids(scheme) == ["Person", "Place", "City", "Travel"]
    assert scheme.labels[0].colour == "#8FB2FF"
    assert relations(scheme) == [
        ("Lives-in", "Person", "Place"),
        ("Lives-in_City", "Person", "City"),
        ("Kin", "Person", "Person"),
        ("Traveller", "Travel", "Person"),
        ("To", "Travel", "Place"),
        ("To_City", "Travel", "City"),
    ]
    assert [rule.id for rule in scheme.relations if rule.symmetric] == ["Kin"]
    assert [(rule.id, rule.type, rule.choices) for rule in scheme.labels[3].attributes] == [
        ("Negated", "flag", ()),
        ("Certainty", "choice", ("high", "low")),
    ]
    assert notes == (
        "Types within types are labels side by side: a scheme has no levels.",
        "Line 23: The section “search” has no place in a scheme: it is left out.",
        "The relation “Lives-in” joins several pairs of labels: each has a relation of its own.",
        "The relation “To” joins several pairs of labels: each has a relation of its own.",
    )


def test_brat_of_a_folder(make: Make, tmp_path: Path) -> None:
    make("annotation.conf", BRAT)
    assert len(scheme_from(tmp_path).scheme.labels) == 4


def test_label_studio(make: Make) -> None:
    scheme, notes = (made := make("config.xml", LABEL_STUDIO)).scheme, made.notes
    assert [(label.id, label.colour, label.key) for label in scheme.labels] == [
        ("Person", "#FF0000", "p"),
        ("Place", "#FFA39E", ""),
    ]
    kind, age = scheme.labels[0].attributes
    assert (kind.choices, kind.many, kind.required) == (("real", "made up", "made up > book"), True, True)
    assert (kind.meaning("real"), age.type) == ("Has lived.", "number")
    assert [(rule.id, rule.choices) for rule in scheme.article] == [("tone", ("good", "bad"))]
    assert notes == (
        "The label “Place” has no key: “n” belongs to the program or to another label.",
        "What <RectangleLabels> asks for has no place in a scheme: it is left out.",
        "The configuration does not say which labels the relation “knows” joins: add it with from and to.",
    )


def test_doccano(make: Make) -> None:
    scheme = make("label_config.json", json.dumps(DOCCANO)).scheme
    assert [(label.id, label.colour, label.key) for label in scheme.labels] == [
        ("Person", "#209CEE", "p"),
        ("Place", "#FFCC00", ""),
    ]


@pytest.mark.parametrize("name", ["codes.qdc", "codes.xml"])
def test_a_codebook(make: Make, name: str) -> None:
    made = make(name, CODEBOOK)
    assert ids(made.scheme) == ["Work", "Pay", "Home", "Home/Pay"]
    assert made.scheme.labels[0].colour == "#112233"
    assert made.scheme.labels[0].guideline.definition == "Paid or not."
    assert made.notes == ("Codes within codes are labels side by side: a scheme has no levels.",)


def test_a_codebook_in_a_project(make: Make) -> None:
    data = BytesIO()
    with ZipFile(data, "w") as file:
        file.writestr(
            "project.qde",
            f'<Project xmlns="urn:QDA-XML:project:1.0">{CODEBOOK.replace("codebook", "project")}</Project>',
        )
    assert ids(make("study.qdpx", data.getvalue()).scheme) == ["Work", "Pay", "Home", "Home/Pay"]


def test_uima(make: Make) -> None:
    made = make("TypeSystem.xml", UIMA)
    [person, place] = made.scheme.labels
    assert (person.id, person.guideline.definition, place.id) == ("Person", "Somebody.", "Place")
    assert [(rule.id, rule.type, rule.choices) for rule in person.attributes] == [
        ("age", "number", ()),
        ("real", "flag", ()),
        ("mood", "choice", ("good", "bad")),
    ]
    assert relations(made.scheme) == [("home", "Person", "Place")]
    assert made.notes == (
        "The type “Thing” marks no words: it is left out.",
        "“odd” of “Person” holds “FSArray”, for which a scheme has no type: it is left out.",
    )


def test_a_table(make: Make) -> None:
    made = make("labels.csv", TABLE)
    [person, place] = made.scheme.labels
    assert (person.id, person.key, person.colour, person.guideline.definition) == (
        "Person",
        "p",
        "#008080",
        "Somebody; real",
    )
    assert (place.id, place.key) == ("Place", "")
    assert made.notes == (
        "The column “Owner” has no place in a scheme: it is left out.",
        "The colour “no colour” of the label “Place” is not known: another one was taken.",
        "The label “Place” has no key: “p” belongs to the program or to another label.",
    )


def test_a_table_of_nothing_but_labels(make: Make) -> None:
    assert ids(make("labels.csv", "Person\nPlace\n").scheme) == ["Person", "Place"]


def test_marks_differ_and_none_is_for_long_stretches(make: Make) -> None:
    labels = make("labels.csv", "label\na\nb\nc\nd\ne\n").scheme.labels
    assert [label.mark for label in labels] == ["fill", "line", "box", "dotted", "dashed"]
    assert len({label.colour for label in labels}) == 5


def test_the_keys_of_the_program_are_those_of_its_actions() -> None:
    singles = {key.lower() for row in ACTIONS for key in row.keys if len(key) == 1 and row.scope is Scope.ARTICLE}
    assert singles <= RESERVED_KEYS


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#abc", "#AABBCC"),
        ("rgba(1, 2, 255, 0.5)", "#0102FF"),
        ("rgb(1,2,999)", ""),
        ("Red", "#FF0000"),
        ("x" * 99, ""),
    ],
)
def test_colours(written: str, read: str) -> None:
    assert hexadecimal(written) == read
