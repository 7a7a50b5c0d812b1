#!/usr/bin/env python3
"""Makes the font of this folder from npm's Noto Color Emoji; README.md says which. Needs fonttools and brotli."""
import sys
from pathlib import Path
from fontTools import subset

HERE = Path(__file__).parent
SOURCE = sys.argv[1]

options = subset.Options()
options.flavor = "woff2"
options.hinting = False
options.layout_features = []
options.drop_tables += ["GSUB", "GPOS", "GDEF"]
options.name_IDs = [0, 1, 2, 13, 14]
font = subset.load_font(SOURCE, options)
# The same pictures once more, in a format that only browsers without COLR need: they show their own emoji.
del font["SVG "]
subsetter = subset.Subsetter(options)
signs = (HERE / "signs.txt").read_text(encoding="utf-8").strip()
subsetter.populate(unicodes=[*map(ord, signs), 0xFE0F])
subsetter.subset(font)
subset.save_font(font, str(HERE / "NotoColorEmoji-Signs.woff2"), options)
