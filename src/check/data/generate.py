#!/usr/bin/env python3
"""Writes the locale data of the checks from CLDR (cldr-*-full on npm, unicode-rbnf on PyPI) and stopwords-iso."""
import json, os, re, sys
from pathlib import Path
from unicode_rbnf import RbnfEngine
from unicode_rbnf.engine import FormatPurpose

ROOT = Path(sys.argv[1]); OUT = Path(sys.argv[2])
VERSION = json.load(open(ROOT / "cldr-core/package.json"))["version"]
MISC, NUM, DATES = (ROOT / f"cldr-{x}-full/main" for x in ("misc", "numbers", "dates"))
BIDI = re.compile("[\u200e\u200f\u061c]")
coverage = json.load(open(ROOT / "cldr-core/coverageLevels.json"))["effectiveCoverageLevels"]
likely = json.load(open(ROOT / "cldr-core/supplemental/likelySubtags.json"))["supplemental"]["likelySubtags"]

def load(folder, tag, name):
    path = folder / tag / f"{name}.json"
    return json.load(open(path))["main"][tag] if path.exists() else None

def script(tag):
    parts = tag.split("-")
    for p in parts[1:]:
        if len(p) == 4: return p
    for key in (tag, parts[0]):
        if key in likely: return likely[key].split("-")[1]
    return "Latn"

def conventions(tag):
    d = load(MISC, tag, "delimiters"); n = load(NUM, tag, "numbers")
    if not d or not n: return None
    d, n = d["delimiters"], n["numbers"]
    s = n.get("symbols-numberSystem-latn") or n[f"symbols-numberSystem-{n['defaultNumberingSystem']}"]
    q = [d["quotationStart"], d["quotationEnd"], d["alternateQuotationStart"], d["alternateQuotationEnd"]]
    return [script(tag), "".join(q) if all(len(x.strip()) == 1 for x in q) else "".join(x.strip() for x in q), s["decimal"], s["group"].replace("\xa0", "\u00a0"), n["minimumGroupingDigits"]]

tags = sorted(p.name for p in NUM.iterdir() if coverage.get(p.name) in ("modern", "moderate") or p.name in ("pt", "zh", "en", "es"))
full = {t: conventions(t) for t in tags}
full = {t: c for t, c in full.items() if c}
def parent(tag):
    while "-" in tag:
        tag = tag.rsplit("-", 1)[0]
        if tag in full: return tag
    return None
rows = []
for p in sorted(NUM.iterdir()):
    tag = p.name
    lang = tag.split("-")[0]
    if lang not in full: continue
    c = conventions(tag)
    if c is None: continue
    up = parent(tag)
    if up and full.get(tag, c) == conventions(up): continue
    full[tag] = c
    rows.append((tag, c))
with open(OUT / "conventions.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (delimiters, numbers, likely subtags), Unicode License v3. Written by generate.py.\n")
    f.write("# tag, script, quotation marks (start, end, alternate start, alternate end), decimal, grouping, minimum grouping digits\n")
    for tag, c in rows: f.write("\t".join([tag, *map(str, c)]) + "\n")
langs = sorted(t for t in full if "-" not in t)

MONTHS = range(1, 13)
with open(OUT / "months.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (Gregorian months, wide), Unicode License v3. Written by generate.py.\n# [language], then month and its forms\n")
    for lang in langs:
        c = load(DATES, lang, "ca-gregorian")
        if not c: continue
        m = c["dates"]["calendars"]["gregorian"]["months"]
        lines = []
        for i in MONTHS:
            forms = sorted({BIDI.sub("", m[k]["wide"][str(i)]) for k in ("format", "stand-alone")})
            forms = [x for x in forms if not re.match(r"\d", x) and " " not in x]
            if forms: lines.append(f"{i}\t" + "\t".join(forms))
        if len(lines) == 12: f.write(f"[{lang}]\n" + "\n".join(lines) + "\n")

def lcp(words):
    words = sorted(words); a, b = words[0], words[-1]; i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]: i += 1
    return a[:i]
with open(OUT / "magnitudes.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (compact decimal formats), Unicode License v3. Written by generate.py.\n# [language], then power of ten, length, and forms\n")
    for lang in langs:
        n = load(NUM, lang, "numbers")["numbers"]
        lines = []
        for length in ("long", "short"):
            fmt = (n.get("decimalFormats-numberSystem-latn") or n[f"decimalFormats-numberSystem-{n['defaultNumberingSystem']}"])[length]["decimalFormat"]
            by = {}
            for k, v in fmt.items():
                m = re.fullmatch(r"(10+)-count-.*", k)
                if not m: continue
                v = BIDI.sub("", v).replace("'", "")
                zeros = re.findall("0+", v)
                if len(zeros) != 1: continue
                word = re.sub("0+", "", v).replace("\xa0", " ").strip()
                if not word or " " in word: continue
                power = len(m.group(1)) - 1 - (len(zeros[0]) - 1)
                by.setdefault(power, set()).add(word)
            for power, words in sorted(by.items()):
                if length == "short" and all(len(w.rstrip('.')) < 2 for w in words) and lang != "en": continue
                lines.append(f"{power}\t{length}\t" + "\t".join(sorted(words)))
        if lines: f.write(f"[{lang}]\n" + "\n".join(lines) + "\n")

SPELL = "en de es it pt pl ru ar ja zh tr sv cs fi nl da no uk el hu ro bg he ko ca hr sk sl lt lv et fr fa hi id vi sr mk is sq af".split()
VALUES = list(range(0, 100)) + [100 * i for i in range(1, 10)] + [1000]
with open(OUT / "number_words.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR (rule-based number formats, by unicode-rbnf 2.4.1), Unicode License v3. Written by generate.py.\n# [language], then value and its forms of one word\n")
    for lang in SPELL:
        if lang in ("ja", "zh", "ko"): continue
        try: e = RbnfEngine.for_language(lang)
        except Exception as x: print(lang, x); continue
        out, joined = [], lang in ("de", "it", "fi", "nl", "da", "no", "sv", "hu", "af", "cs", "et", "lv", "bg", "el","is","fr")
        for v in VALUES:
            forms = set()
            for purpose in (FormatPurpose.CARDINAL, FormatPurpose.ORDINAL):
                try: r = e.format_number(v, purpose)
                except Exception: continue
                for name, text in r.text_by_ruleset.items():
                    if not name.startswith("spellout"): continue
                    text = BIDI.sub("", text).replace("\u00ad", "").strip().lower()
                    if lang=="fi" and "-" in text: text = text.replace("-", "")
                    if text and not re.search(r"[\s\d\-−:]", text): forms.add(text)
            if forms: out.append(f"{v}\t" + "\t".join(sorted(forms)))
        f.write(f"[{lang}]\n" + "\n".join(out) + "\n")

# Its lists of these hold the whole alphabet: their words of one letter, with what an apostrophe parts from a word.
OF_A_LETTER = {"de": "", "en": "adimst", "es": "aeouy", "fr": "acdjlmnsty", "ro": "aeio", "sl": "ahikosvz"}
stop = json.load(open(ROOT / "stopwords-iso/stopwords-iso.json"))
with open(OUT / "function_words.tsv", "w") as f:
    f.write("# Source: stopwords-iso (MIT licence), words of letters alone. Written by generate.py.\n# language, words\n")
    for lang in sorted(stop):
        if lang in ("ja", "zh", "ko", "th"): continue
        words = sorted({w.lower() for w in stop[lang] if w.isalpha() and len(w) < 16})
        words = [w for w in words if len(w) > 1 or not w.isascii() or w in OF_A_LETTER.get(lang, w)]
        f.write(f"{lang}\t{' '.join(words)}\n")

def letters(lang):
    """The small letters of the main alphabet: all of a Cyrillic one, those beyond a to z of a Latin one."""
    c = load(MISC, lang, "characters")
    if not c: return ""
    found = re.sub(r"\{[^}]*\}|[\[\]\s\\·ʼ]", "", c["characters"]["exemplarCharacters"])
    latin = script(lang) == "Latn"
    return "".join(sorted({x for x in found if x.isalpha() and x.lower() == x and not (latin and x < "\x80")}))
with open(OUT / "letters.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (main exemplar characters), Unicode License v3. Written by generate.py.\n# language, letters; of Latin alphabets those beyond a to z\n")
    for lang in langs:
        if script(lang) in ("Latn", "Cyrl"): f.write(f"{lang}\t{letters(lang)}\n")

# Names of units, as far as units.tsv knows them; and of the days of the week in languages whose names are no other words.
NAMES = {}
for line in open(OUT / "units.tsv"):
    if line[0] != "#":
        dimension, _, name, *symbols = line.rstrip("\n").split("\t")
        NAMES[f"{dimension}-{name}"] = set(symbols)
# More often another word: "in" after a number.
NO_UNIT = {"in", "c", "p", "d", "st"}
# A number of hours in the accusative, dative, ...
CASES = re.compile(r"[a-z]+-count-")
def unit_forms(units, key):
    # Of a month or a day the abbreviations are single letters, and its names have cases.
    is_time = key.startswith("duration-")
    for width in ("long",) if is_time else ("long", "short"):
        for k, pattern in units[width].get(key, {}).items():
            if ("unitPattern-count" in k or width == "long" and CASES.match(k)) and isinstance(pattern, str) and pattern.startswith("{0}"):
                form = re.sub(r"\s", " ", BIDI.sub("", pattern)[3:]).strip().rstrip(".")
                if form and "." not in form and form not in NO_UNIT: yield form
with open(OUT / "unit_names.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (units, long and short), Unicode License v3. Written by generate.py.\n# [language], then the unit (its dimension and CLDR name) and its names behind a number\n")
    for lang in sorted(SPELL + ["nb", "nn", "gl"]):
        path = ROOT / "cldr-units-full/main" / lang / "units.json"
        units = json.load(open(path))["main"][lang]["units"]
        lines = []
        for key, symbols in NAMES.items():
            # The supplement names them, where they are used.
            if key in ("area-dunam", "area-bu-jp"): continue
            # Ten kilometres, where people count so.
            if key == "length-mile-scandinavian" and lang not in ("sv", "no", "nb", "nn"): continue
            forms = {x for x in unit_forms(units, key) if x not in symbols}
            forms |= {x for x in unit_forms(units, key + "-imperial") if x not in symbols}
            # What is written in lower case is looked up so.
            forms = {x.lower() if len(x) > 3 else x for x in forms}
            if forms: lines.append(f"{key}\t" + "\t".join(sorted(forms)))
        if lines: f.write(f"[{lang}]\n" + "\n".join(lines) + "\n")

WEEKDAYS = "en fr de es it pt nl sv da no fi is pl cs sk hr sl ru uk bg ro hu tr el ca gl ja ko ar".split()
with open(OUT / "weekdays.tsv", "w") as f:
    f.write(f"# Source: Unicode CLDR {VERSION} (Gregorian days, wide), Unicode License v3. Written by generate.py.\n# [language], then the day (1 is Monday) and its forms\n")
    for lang in WEEKDAYS:
        days = load(DATES, lang, "ca-gregorian")["dates"]["calendars"]["gregorian"]["days"]
        f.write(f"[{lang}]\n")
        for day, name in enumerate("mon tue wed thu fri sat sun".split(), 1):
            forms = sorted({BIDI.sub("", days[k]["wide"][name]) for k in ("format", "stand-alone")})
            f.write(f"{day}\t" + "\t".join(forms) + "\n")
