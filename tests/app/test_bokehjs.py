"""BokehJS as a page carries it."""

from bokeh.resources import Resources

from logreg_app import bokehjs

WHOLE = Resources(mode="inline", components=["bokeh"]).js_raw


def test_nothing_but_pictures_of_tools_is_left_out():
    assert len(bokehjs.texts()) == len(WHOLE)
    pictures = bokehjs.PICTURE.findall(WHOLE[0])
    assert len(pictures) > 50
    assert len(WHOLE[0]) - len(bokehjs.texts()[0]) == sum(len(p) - len("none") for p in pictures)
    # All of them stand in one module, that of the style sheet of icons.
    first, last = WHOLE[0].index(pictures[0]), WHOLE[0].rindex(pictures[-1])
    assert WHOLE[0][first:last].count("\nfunction _(") == 0
