#!/usr/bin/env python3
"""Puts the sentences of pages that are translated already into the catalogs, once.

    drogman sync
    python3 adopt.py en 'content/en/{document}.md'             # as translations
    python3 adopt.py en 'content/en/{document}.md' --proposal  # as proposals, to be accepted one by one
    python3 adopt.py en po/en.po                               # the translations of gettext; fuzzy ones as proposals

Of a PO file the sentences are found by their French, wherever they stand. Of pages: a passage (from one heading to the next) is taken where the translated page has the same blocks as the French one, else what
stands in it before and behind the difference, and a block where it has as many sentences, or the French is one, all other blocks of the passage fit and it is not longer by far; both are read by the settings of drogman.toml. What is left is named, and stays to be translated by hand. The front matter is taken key by key. A page of which anything is
translated in its catalog is not touched.
"""
import glob
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile


def drogman(*arguments):
    command = [os.environ.get("DROGMAN", "drogman"), *arguments]
    run = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8")
    if run.returncode == 2:
        # drogman has said why.
        sys.exit(2)
    return [json.loads(line) for line in run.stdout.splitlines()]


def passages(sentences):
    """Lists of blocks, of which each but the first begins with a heading; a block is its kind and its sentences."""
    found = [[]]
    for (_, kind), block in itertools.groupby(sentences, key=lambda one: (one["block"], one["kind"])):
        if kind == "heading":
            found.append([])
        found[-1].append((kind, list(block)))
    return found


def whole(block):
    """A block as one sentence: where the French is one, there is no doubt, also where `segment` cuts the other at “3. Mai”."""
    text = block[0]["text"]
    for last, sentence in zip(block, block[1:]):
        text += (" " if sentence["start"] > last["end"] else "") + sentence["text"]
    return [{"text": text}]


def joined(block):
    """A block in which what `segment` cuts at an ordinal of German (“am 3. Mai”, “der 2. Platz”) is one sentence."""
    rows = []
    for sentence in block:
        if rows and re.search(r"(?<!\d)\d{1,2}\.$", rows[-1][-1]["text"]):
            rows[-1].append(sentence)
        else:
            rows.append([sentence])
    return [whole(row)[0] for row in rows]


def fitting(other, count):
    """A translated block in as many sentences as the French has, if it can be read so."""
    if count == 1:
        return whole(other)
    return other if len(other) == count else joined(other)


def is_longer(block, other):
    """Whether a translated block is longer by far than the French, and so most likely says more."""
    return len(other[0]["text"]) * 10 > len(block[0]["french"]) * 16 + 100


def same(ours, theirs):
    """How many blocks at the beginning are of the same kinds: whole rows of one kind, as long on both sides."""
    count = 0
    rows = zip(*([(kind, len(list(row))) for kind, row in itertools.groupby(kind for kind, _ in side)] for side in (ours, theirs)))
    for row in itertools.takewhile(lambda row: row[0] == row[1], rows):
        count += row[0][1]
    return count


def pairs(ours, theirs):
    """French units and the sentences that translate them, block by block; and the first French of what is left."""
    if [kind for kind, _ in ours] != [kind for kind, _ in theirs]:
        # What stands before and behind a paragraph that only one page has belongs together all the same.
        before = same(ours, theirs)
        behind = min(same(ours[::-1], theirs[::-1]), len(ours) - before, len(theirs) - before)
        head, tail = pairs(ours[:before], theirs[:before]), pairs(ours[len(ours) - behind:], theirs[len(theirs) - behind:])
        rest = ours[before:len(ours) - behind]
        return head[0] + tail[0], head[1] + [block[0]["french"] for _, block in rest] + tail[1]
    blocks = [(block, fitting(other, len(block))) for (_, block), (_, other) in zip(ours, theirs)]
    equal = [len(block) == len(other) for block, other in blocks]
    # One sentence against several is no doubt as long as all else of the passage fits, and they say no more.
    alone = [len(other) > 1 and len(block) == 1 for (_, block), (_, other) in zip(ours, theirs)]
    equal = [
        same and not (several and (not all(equal) or is_longer(*block)))
        for block, same, several in zip(blocks, equal, alone)
    ]
    left = [block[0]["french"] for (block, _), same in zip(blocks, equal) if not same]
    return list(itertools.compress(blocks, equal)), left


def segment(page):
    """The sentences of a page, read by the settings of the project."""
    return drogman("segment", "--settings", ".", "--format", "jsonl", page)


def front_matter(sentences, page):
    """What a page says under each key of its front matter, and its other sentences: pages have their keys in any order."""
    with open(page, "rb") as file:
        text = file.read()
    keys, rest = {}, []
    for sentence in sentences:
        if sentence["kind"] == "front-matter":
            above = re.findall(rb"(?m)^[\"']?([\w.-]+)[\"']?[ \t]*[:=]", text[: sentence["start"]])
            keys.setdefault(above[-1] if above else b"", []).append(sentence)
        else:
            rest.append(sentence)
    return keys, rest


def page_of(document):
    """The French page of a document; none if it can't be told."""
    with open("drogman.toml", encoding="utf-8-sig") as file:
        content = re.search(r"(?m)^\s*content\s*=\s*[\"']([^\"']+)", file.read())
    stem = os.path.join(content[1] if content else "content", glob.escape(document))
    pages = [page for page in glob.glob(stem + ".*") if os.path.splitext(page)[0].endswith(document)]
    return pages[0] if len(pages) == 1 else None


def from_page(units, document, page):
    """What a translated page says of each unit, and the French of what it does not."""
    found, left = [], []
    keys, there = front_matter(segment(page), page)
    ours = [unit for unit in units if unit["kind"] == "front-matter"]
    french = page_of(document) if ours else None
    french = front_matter(segment(french), french)[0] if french else {}
    for _, block in itertools.groupby(ours, key=lambda unit: unit["block"]):
        block = list(block)
        texts = [unit["french"] for unit in block]
        key = next((key for key, own in french.items() if [one["text"] for one in own] == texts), None)
        french.pop(key, None)
        other = keys.pop(key, [])
        other = fitting(other, len(block)) if other else other
        if len(block) == len(other):
            found += zip(block, other)
        else:
            left.append(texts[0])
    here, there = passages([unit for unit in units if unit["kind"] != "front-matter"]), passages(there)
    if len(here) != len(there):
        print(f"{document}: other headings than in {page}, nothing taken")
        return [], []
    for ours, theirs in zip(here, there):
        blocks, more = pairs(ours, theirs)
        left += more
        for block, translated in blocks:
            found += zip(block, translated)
    return [(unit, sentence["text"]) for unit, sentence in found], left


def entries(path):
    """The messages of a PO file: French, translation, and whether it is fuzzy. Obsolete ones and plurals are none."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except UnicodeDecodeError:
        refuse(f"{path} is not in UTF-8: msgconv --to-code=UTF-8 --output-file={path} {path}")
    field, entry, fuzzy = None, {}, False
    for line in lines + [""]:
        line = line.strip()
        # An entry ends at an empty line, at the next comment, or where the next one has neither.
        if not line.startswith('"') and "msgstr" in entry:
            if entry.get("msgid") and entry["msgstr"]:
                yield entry["msgid"], entry["msgstr"], fuzzy
            field, entry, fuzzy = None, {}, False
        if line.startswith("#,"):
            fuzzy = "fuzzy" in line
        start = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*(?=")', line)
        if start:
            field = start[1]
            entry[field], line = "", line[start.end():]
        if field and line.startswith('"'):
            signs = {"n": "\n", "t": "\t", "r": ""}
            entry[field] += re.sub(r"\\(.)", lambda sign: signs.get(sign[1], sign[1]), line[1:-1])


def alike(text):
    """A sentence as tools of gettext may have written it: other spaces, other signs of emphasis."""
    return " ".join(text.replace("’", "'").replace("_", "*").split())


def sentences_of(path):
    """Each French sentence of a PO file with its translations: those that are sure, and those that are fuzzy."""
    known, messages = {}, list(entries(path))
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (french, translation, fuzzy) in enumerate(messages):
            for side, text in enumerate((french, translation)):
                name = os.path.join(folder, f"{number}-{side}.md")
                with open(name, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                names[name[:-3]] = (number, side)
        cut = [([], []) for _ in messages]
        files = [name + ".md" for name in names]
        for at in range(0, len(files), 400):
            for sentence in drogman("segment", "--format", "jsonl", *files[at : at + 400]):
                number, side = names[os.path.join(folder, os.path.basename(sentence["document"]))]
                cut[number][side].append({**sentence, "french": sentence["text"]})
    for (ours, theirs), (_, _, fuzzy) in zip(cut, messages):
        here, there = passages(ours), passages(theirs)
        for blocks, _ in itertools.starmap(pairs, zip(here, there) if len(here) == len(there) else []):
            for block, translated in blocks:
                for one, other in zip(block, translated):
                    known.setdefault(alike(one["french"]), ([], []))[fuzzy].append(other["text"])
    return known


def fluent(text):
    return "".join('{ "%s" }' % sign if sign in "{}" else sign for sign in text)


def write(catalog, lines):
    """Puts lines under the units of a catalog, behind their French and what else their comments hold."""
    with open(catalog, encoding="utf-8", newline="") as file:
        text = file.read()
    for unit, paste, line in lines:
        stub = text.find(f"# @unit {unit}")
        at = text.find(paste, stub) + len(paste)
        # Behind what else the comment holds: a proposal, somebody's note.
        while text.startswith("#", text.find("\n", at) + 1) and "\n" in text[at:]:
            at = text.find("\n", at) + 1
            at += len(text[at:].splitlines()[0])
        end = "\r\n" if text.startswith("\r\n", at) else "\n"
        text = text[:at] + end + line + text[at:]
    with open(catalog, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def refuse(message):
    print(f"adopt.py: {message}", file=sys.stderr)
    sys.exit(2)


def names_pages(page):
    """Whether a path holds the name of the page; one with anything else in braces is refused."""
    try:
        return page.format(document="a") != page.format(document="b")
    except (AttributeError, IndexError, KeyError, ValueError):
        refuse(f"{page}: write {{document}} where the name of the page stands, and nothing else in braces")


def is_figure(text):
    """Whether this is a number and its unit (2,40 m), the same in many languages."""
    return re.search(r"\d", text) and not re.search(r"[^\W\d_]{3}", text)


def main(locale, page, key):
    is_po = page.endswith(".po")
    names = names_pages(page)
    status = drogman("status", "--locale", locale, "--format", "json")[0]["locales"][0]["documents"]
    if not is_po and not names and len(status) > 1:
        # One page would stand under every French page of the same shape.
        refuse(f"{page}: this is one page, and the project has {len(status)}: write {{document}} where its name stands")
    # Sentences of pages are paired by their order: all must be there.
    for one in status:
        if not is_po and 0 < one["missing"] < one["units"]:
            print(f"{one['document']}: not touched, as some of it is translated in its catalog")
    untouched = {one["document"] for one in status if is_po or one["missing"] == one["units"]}
    french = {}
    for unit in drogman("todo", "--locale", locale, "--format", "jsonl"):
        if unit["document"] in untouched and unit["state"] == "missing" and unit["line"]:
            unit["block"] = int(unit["address"].rsplit(":", 1)[1].split(".")[0])
            french.setdefault((unit["document"], unit["file"]), []).append(unit)
    read, has_any = {}, False
    for (document, catalog), units in french.items():
        path = page.format(document=document)
        if not os.path.exists(path):
            print(f"{document}: there is no {path}")
            continue
        if is_po and path not in read:
            read[path] = sentences_of(path)
        if is_po and not read[path]:
            print(f"{document}: no message of {path} has a translation")
            continue
        lines, left, same, has_any = [], [], [], True
        if is_po:
            found = []
            for unit in units:
                sure, fuzzy = read[path].get(alike(unit["french"]), ([], []))
                if len(set(sure)) == 1 and not key:
                    found.append((unit, sure[0], False))
                elif sure or fuzzy:
                    # What two places have in two ways, or nobody has looked at.
                    found.append((unit, (sure or fuzzy)[0], True))
                else:
                    left.append(unit["french"])
        else:
            taken, left = from_page(units, document, path)
            found = [(unit, text, key) for unit, text in taken]
        for unit, text, is_proposal in found:
            if alike(text) == alike(unit["french"]) and not is_figure(text):
                # Nobody may have translated it: tools put the French there, too. A name is soon written by hand.
                same.append(unit["french"])
            elif not is_proposal:
                lines.append((unit["unit"], unit["paste"], f"{unit['unit']} = {fluent(text)}"))
            elif not unit["proposal"]:
                lines.append((unit["unit"], unit["paste"], f"# proposal: {fluent(text)}"))
        why = "does not translate it" if is_po else "has other sentences"
        for sentence in left:
            print(f"{document}: left, as {path} {why}: {sentence}")
        for sentence in same:
            print(f"{document}: left, as {path} has the French: {sentence}")
        write(catalog, lines)
        proposals = sum(line.startswith("# ") for _, _, line in lines)
        as_proposals = f", {proposals} of them as proposals" if is_po and proposals else ""
        print(f"{document}: {len(lines)} of {len(units)} sentences{as_proposals}")
    if french and not has_any:
        refuse(f"{page}: nothing is there to be taken, of no page")


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--proposal"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(*arguments, "--proposal" in sys.argv)
