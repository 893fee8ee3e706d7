#!/usr/bin/env python3
"""Puts the sentences of pages that are translated already into the catalogs, once.

    drogman sync
    python3 adopt.py en 'content/en/{document}.md'             # as translations
    python3 adopt.py en 'content/en/{document}.md' --proposal  # as proposals, to be accepted one by one

A passage (from one heading to the next) is taken where the translated page has the same blocks as the French one, else what
stands in it before and behind the difference, and a block where it has as many sentences, or the French is one. What is left is named, and stays to be translated by hand. A page of which anything is
translated in its catalog is not touched.
"""
import itertools
import json
import os
import subprocess
import sys


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
    blocks = [(block, other if len(block) > 1 else whole(other)) for (_, block), (_, other) in zip(ours, theirs)]
    equal = [len(block) == len(other) for block, other in blocks]
    left = [block[0]["french"] for (block, _), same in zip(blocks, equal) if not same]
    return list(itertools.compress(blocks, equal)), left


def fluent(text):
    return "".join('{ "%s" }' % sign if sign in "{}" else sign for sign in text)


def main(locale, page, key):
    status = drogman("status", "--locale", locale, "--format", "json")[0]["locales"][0]["documents"]
    # Sentences are paired by their order: all must be there.
    for one in status:
        if 0 < one["missing"] < one["units"]:
            print(f"{one['document']}: not touched, as some of it is translated in its catalog")
    untouched = {one["document"] for one in status if one["missing"] == one["units"]}
    french = {}
    for unit in drogman("todo", "--locale", locale, "--format", "jsonl"):
        if unit["document"] in untouched and unit["line"]:
            unit["block"] = int(unit["address"].rsplit(":", 1)[1].split(".")[0])
            french.setdefault((unit["document"], unit["file"]), []).append(unit)
    for (document, catalog), units in french.items():
        path = page.format(document=document)
        if not os.path.exists(path):
            print(f"{document}: there is no {path}")
            continue
        here, there = passages(units), passages(drogman("segment", "--format", "jsonl", path))
        if len(here) != len(there):
            print(f"{document}: other headings than in {path}, nothing taken")
            continue
        lines = {}
        for ours, theirs in zip(here, there):
            blocks, left = pairs(ours, theirs)
            for sentence in left:
                print(f"{document}: left, as {path} has other sentences: {sentence}")
            for block, translated in blocks:
                for unit, sentence in zip(block, translated):
                    lines[unit["unit"]] = (unit["paste"], fluent(sentence["text"]))
        with open(catalog, encoding="utf-8", newline="") as file:
            text = file.read()
        for unit, (paste, translation) in lines.items():
            stub = text.find(f"# @unit {unit}")
            at = text.find(paste, stub) + len(paste)
            # Behind what else the comment holds: a proposal, somebody's note.
            while text.startswith("#", text.find("\n", at) + 1) and "\n" in text[at:]:
                at = text.find("\n", at) + 1
                at += len(text[at:].splitlines()[0])
            line = f"# proposal: {translation}" if key else f"{unit} = {translation}"
            end = "\r\n" if text.startswith("\r\n", at) else "\n"
            text = text[:at] + end + line + text[at:]
        with open(catalog, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        print(f"{document}: {len(lines)} of {len(units)} sentences")


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--proposal"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    main(*arguments, "--proposal" in sys.argv)
