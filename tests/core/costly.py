"""Files as large as the parser takes, each of which was slow to refuse once."""

MOST = 2 * 1024 * 1024
_TEXTS = {
    "many columns": ",".join(f"c{i}" for i in range(200_000)),
    "many empty columns": "," * MOST,
    "many values": "x,y\n" + "1," * MOST,
    "many quoted values": "x,y\n" + '"",' * MOST,
    "doubled quotes": 'x,y\n"' + '""' * MOST,
    "opened quotes": "x,y\n" + '"a,' * MOST,
    "closed quotes": "x,y\n" + '"1","0"\n' * MOST,
    "quotes after blanks": "x,y\n" + '                "a",' * MOST,
    "quoted line ends": 'x,y\n"' + "\n" * (MOST - 20) + '",0\n1,1',
    "quoted delimiters": "x,y\n" + '"0,5","1,5"\n' * 49_000,
    "more quoted delimiters": ",".join(map(chr, range(192, 212))) + "\n" + '",",' * MOST,
    "blank lines": "x,y\n1,0\n" + "\n" * (MOST - 20) + "2,2",
    "blank lines above": "\r" * MOST,
    "comments": "# a: b\n" * MOST,
    "a long comment": "# opening: " + "1 " * MOST,
    "a long number": "x,y\n" + "1" * (MOST - 20) + ",0\n2,1",
    "a long label": "x,y\n1," + "a" * (MOST - 20) + "\n2,",
    "many labels": "x,q\n" + "".join(f"{i},a{i}\n" for i in range(49_999)),
    "twenty features": ",".join("abcdefghijklmnopqrst") + ",y\n" + ("1," * 20 + "0\n") * 48_000,
    "twenty texts": ",".join("abcdefghijklmnopqrst") + ",y\n" + ("a," * 20 + "0\n") * 48_000,
}
COSTLY = {name: text.encode()[:MOST] for name, text in _TEXTS.items()}
"""Bytes of a file by what is much in it; the benchmark says how long each takes."""
