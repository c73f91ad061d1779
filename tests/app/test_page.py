"""The component at the address of a query, as `panel serve app` shows it."""

import json
import zlib
from base64 import b64decode

import pytest

from logreg_app.page import shown


def test_the_query_is_the_scene_and_the_view():
    query = {"dataset": "exam", "w0": "-1.5", "figures": "sigmoid,table", "lock": "w1"}
    lab = shown({**query, "self": "1", "y": "2", "height": "3"})
    text = zlib.decompress(b64decode(lab.__panel__().page)).decode()
    data = json.loads(text.partition('id="page">')[2].partition("</script>")[0])
    assert data["scene"] == {"dataset": "exam", "w0": "-1.5"}
    assert (data["view"]["asked"], data["view"]["locked"]) == (["sigmoid", "table"], ["w1"])


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"w0": "\ufffd"}, "w0 is a number, got “\ufffd”."),
        ({"lesson": "99"}, "There is no lesson “99”."),
        ({"figures": "<b>"}, "There is nothing called “<b>” to show"),
    ],
)
def test_what_cannot_be_shown_is_said(query: dict[str, str], sentence: str):
    assert sentence in shown(query).object
