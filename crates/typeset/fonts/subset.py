#!/usr/bin/env python3
"""Makes the fonts of this folder from those of Debian 12 and npm; README.md says which. Needs fonttools."""
import sys
from pathlib import Path
from fontTools import subset

NOTO = Path("/usr/share/fonts/truetype/noto")
OUT = Path(sys.argv[1])

def jis():
    """Kana, punctuation and the kanji of JIS X 0208's first level, with which nearly all Japanese is written."""
    found = set()
    for lead in [*range(0xA1, 0xA9), *range(0xB0, 0xD0)]:
        for trail in range(0xA1, 0xFF):
            try:
                found.update(ord(c) for c in bytes([lead, trail]).decode("euc_jp"))
            except UnicodeDecodeError:
                pass
    for first, last in [(0x3000, 0x30FF), (0x31F0, 0x31FF), (0xFF00, 0xFFEF)]:
        found.update(range(first, last + 1))
    return {c for c in found if c >= 0x2E80}

def make(source, name, unicodes, features=("*",), number=-1, drop=()):
    options = subset.Options()
    options.hinting = False
    options.layout_features = list(features)
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += list(drop)
    options.font_number = number
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    subset.save_font(font, str(OUT / name), options)
    print(f"{(OUT / name).stat().st_size:>9} {name}")

everything = range(0x110000)
vertical = ("vhea", "vmtx", "VORG", "BASE")
make("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "NotoSansCJKjp-JIS.otf", jis(), ("ccmp", "locl"), 0, vertical)
def is_in(encoding, c):
    try:
        return bool(chr(c).encode(encoding))
    except UnicodeEncodeError:
        return False

# What the standards of mainland China, Taiwan, Hong Kong and Japan have: no rarer signs.
signs = [c for c in range(0x3400, 0xA000) if any(is_in(name, c) for name in ["gb2312", "big5hkscs", "euc_jp"])]
east = [*range(0x2E80, 0x3400), *signs, *range(0xF900, 0xFB00), *range(0xFE30, 0xFE70), *range(0xFF00, 0xFFF0)]
make("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", east, drop=vertical)
hangul = [*range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)]
make("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "NotoSansCJKkr-Hangul.otf", hangul, ("ccmp", "locl"), 1, vertical)
make(NOTO / "NotoSans-Regular.ttf", "NotoSans.ttf", everything, ("ccmp", "mark", "mkmk"))
make(NOTO / "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Common.ttf", [*range(0x2190, 0x2C00)])
make(NOTO / "NotoSansMath-Regular.ttf", "NotoSansMath-Letters.ttf", [*range(0x2100, 0x2150), *range(0x1D400, 0x1D800)], ("ccmp",), drop=("MATH",))
for script in ["Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian"]:
    make(NOTO / f"NotoSans{script}-Regular.ttf", f"NotoSans{script}.ttf", everything)
