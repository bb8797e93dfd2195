from program import *
def test_it(start, tmp_path):
    (tmp_path/"a.txt").write_text("Thousands of people left the town on Thursday.\n\nThe mayor said so.")
    p = start(tmp_path)
    p.select("people")
    p.type("c")
    assert p.marks == [("claim", "people")]
    p.wait_saved()
    assert saved_marks(tmp_path/"a.txt") == p.marks
    p.close()
