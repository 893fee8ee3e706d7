"""Writes languages.tsv and countries.tsv from the Unicode CLDR: pip install babel==2.19.0, then run it here."""

from pathlib import Path

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

HEAD = "# Source: Unicode CLDR (by Babel 2.19.0), Unicode License v3. Written by generate.py.\n"
english, french = Locale("en"), Locale("fr")
own = {name.split("_")[0] for name in localedata.locale_identifiers()} - {"root"}
other = {}
for alias, tag in get_global("language_aliases").items():
    if "_" not in alias and "_" not in tag and alias not in english.languages:
        other.setdefault(tag, []).append(alias)


def native(tag):
    try:
        return Locale(tag).languages.get(tag, "")
    except UnknownLocaleError:
        return ""


with Path("languages.tsv").open("w", encoding="utf-8") as file:
    file.write(HEAD)
    file.write("# Language, whether CLDR describes it or only names it, its name in English, French and itself, former codes.\n")
    for tag in sorted(english.languages):
        if "_" in tag or tag in ("und", "mul", "mis", "zxx", "root"):
            continue
        named = [english.languages[tag], french.languages.get(tag, ""), native(tag) if tag in own else ""]
        row = [tag, "described" if tag in own else "named", *named, " ".join(sorted(other.get(tag, [])))]
        file.write("\t".join(row) + "\n")

likely = get_global("likely_subtags")
with Path("countries.tsv").open("w", encoding="utf-8") as file:
    file.write(HEAD)
    file.write("# Country, its name in English, the language that most of it speaks.\n")
    for code in sorted(english.territories):
        if len(code) != 2 or not code.isalpha() or code in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"):
            continue
        language = likely.get(f"und_{code}", "en").split("_")[0]
        file.write("\t".join([code.lower(), english.territories[code], language]) + "\n")
