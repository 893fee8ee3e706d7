#!/usr/bin/env python3
"""What an edit of the French costs the translator and the reader, with drogman and with the tools of others.

    peers.py DROGMAN

On two articles of this repository and their English translation, complete and right at the start. Each edit is made by
itself. Printed for each tool: the French words that a translator is sent to (in what it calls stale, fuzzy or untranslated),
and the words that the English page then has in French. The others are shown where they are
installed: po4a, and mdbook-xgettext with mdbook; both need gettext.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BRIDGE, KAZAN = "pont-saint-aubin.md", "sommet-kazan.md"
RENAMED = "le-pont-rouvre.md"


def replaced(page, old, new):
    """A blank of `old` stands for any, also a no-break one and a line break."""

    def edit(folder):
        text = (folder / page).read_text(encoding="utf-8")
        text, count = re.subn(r"\s".join(map(re.escape, old.split(" "))), new, text)
        assert count == 1, (page, old)
        (folder / page).write_text(text, encoding="utf-8")

    return edit


def moved(folder):
    """The last paragraph of one article becomes the last of the other."""
    bridge, kazan = folder / BRIDGE, folder / KAZAN
    head, last = bridge.read_text(encoding="utf-8").rstrip("\n").rsplit("\n\n", 1)
    bridge.write_text(head + "\n", encoding="utf-8")
    kazan.write_text(f"{kazan.read_text(encoding='utf-8').rstrip()}\n\n{last}\n", encoding="utf-8")


def typeset(folder):
    """A typographer's round: the apostrophes and the spaces of both articles."""
    for page in (folder / BRIDGE, folder / KAZAN):
        text = page.read_text(encoding="utf-8").replace("’", "'").replace("« ", "«\u00a0")
        head, body = text[:4], text[4:]
        page.write_text(head + re.sub(r" ([:;?!»])", "\u00a0\\1", body), encoding="utf-8")


def exchanged(folder):
    """Two sentences of a paragraph change places."""
    first = "Au menu : les médias numériques, l’intelligence artificielle et la cybersécurité."
    second = "En août, une délégation russe s’était déjà rendue en Chine."
    replaced(KAZAN, f"{second} {first}", f"{first} {second}")(folder)


EDITS = {
    "none": lambda folder: None,
    "apostrophes and spaces of both": typeset,
    "a number changes": replaced(BRIDGE, "17 voix contre 6", "16 voix contre 7"),
    "a sentence is added to a paragraph": replaced(
        BRIDGE, "Les ingénieurs ont", "Les assureurs n’ont rien voulu payer. Les ingénieurs ont"),
    "a sentence becomes two": replaced(
        KAZAN, "bilatéraux et les paiements", "bilatéraux. Ils encouragent aussi les paiements"),
    "two sentences change places": exchanged,
    "a paragraph moves to the other": moved,
    "an article gets another name": lambda folder: (folder / BRIDGE).rename(folder / RENAMED),
}


def run(*command, cwd, env=None):
    arguments = [str(part) for part in command]
    done = subprocess.run(arguments, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def words(text):
    return sum(any(c.isalpha() for c in word) for word in text.split())


def left_in_french(binary, page, published):
    """Words of a page's sentences, as drogman cuts them, that its published translation still has in French."""

    def plain(text):
        # mdBook writes emphasis by other signs.
        return " ".join(re.sub("[*_]", "", text).split())

    sentences = run(binary, "segment", "--format", "lines", page, cwd=page.parent).splitlines()
    text = plain(published.read_text(encoding="utf-8"))
    return sum(words(one) for one in sentences if one and plain(one) in text)


class Drogman:
    name = "drogman"

    def __init__(self, binary, folder):
        self.binary, self.folder, self.content = binary, folder, folder / "content/actu"
        shutil.copytree(REPOSITORY / "content/actu", self.content)
        shutil.copytree(REPOSITORY / "locales/en", folder / "locales/en", ignore=shutil.ignore_patterns("guide"))
        (self.content / "train-de-nuit.txt").unlink()
        (folder / "locales/en/actu/train-de-nuit.ftl").unlink()
        (folder / "drogman.toml").write_text('[project]\nsource = "fr"\nlocales = ["en"]\n', encoding="utf-8")
        self.update()

    def update(self):
        run(self.binary, "sync", cwd=self.folder)
        run(self.binary, "build", cwd=self.folder)

    def published(self):
        return self.folder / "dist/en/actu"

    def to_do(self):
        work = run(self.binary, "todo", "--format", "jsonl", cwd=self.folder)
        return sum(words(json.loads(line)["french"]) for line in work.splitlines() if line)


class Po4a:
    name = "po4a"

    def __init__(self, start, folder):
        self.folder, self.content = folder, folder / "fr"
        shutil.copytree(start.content, self.content, ignore=shutil.ignore_patterns("images"))
        (folder / "po").mkdir()
        # All messages in one file, so that those of a page are found from another one.
        parts = []
        for page in sorted(self.content.iterdir()):
            part = folder / f"{page.stem}.po"
            run("po4a-gettextize", "-f", "text", "-o", "markdown", "-M", "UTF-8", "-L", "UTF-8", "-m", page,
                "-l", start.published() / page.name, "-p", part, cwd=folder)
            parts.append(part)
        joined = run("msgcat", "--use-first", *parts, cwd=folder)
        (folder / "po/en.po").write_text(joined, encoding="utf-8")
        run("msgattrib", "--clear-fuzzy", "-o", "po/en.po", "po/en.po", cwd=folder)
        self.update()

    def update(self):
        pages = "".join(
            f"[type: text] fr/{page.name} en:en/{page.name} opt:\"-o markdown --keep 0\"\n"
            for page in sorted(self.content.iterdir()))
        config = f"[options] opt:\"-M UTF-8 -L UTF-8\"\n[po4a_langs] en\n[po4a_paths] po/all.pot $lang:po/$lang.po\n{pages}"
        (self.folder / "po4a.cfg").write_text(config, encoding="utf-8")
        # Else it leaves pages that changed within the same second as they are.
        run("po4a", "--force", "po4a.cfg", cwd=self.folder)

    def published(self):
        return self.folder / "en"

    def to_do(self):
        return words_to_do(self.folder)


# mdbook-gettext reads no file without these.
HEAD = [
    "Project-Id-Version: Actu",
    "POT-Creation-Date: 2025-01-01 00:00+0000",
    "PO-Revision-Date: 2025-01-01 00:00+0000",
    "Last-Translator: Nobody",
    "Language-Team: None",
    "Language: en",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    "Plural-Forms: nplurals=2; plural=(n != 1);",
]


class MdbookGettext:
    """mdBook with mdbook-i18n-helpers; front matter is left out, as mdBook has none."""

    name = "mdbook"

    def __init__(self, start, folder):
        self.folder, self.content = folder, folder / "src"
        book = '[book]\ntitle = "Actu"\nlanguage = "fr"\n[preprocessor.gettext]\nafter = ["links"]\n'
        (folder / "book.toml").write_text(book, encoding="utf-8")
        shutil.copytree(start.published(), self.content)
        theirs = self.messages()
        shutil.rmtree(self.content)
        shutil.copytree(start.content, self.content, ignore=shutil.ignore_patterns("images"))
        ours = self.messages()
        assert len(ours) == len(theirs)
        pairs = "".join(f"msgid {french}\nmsgstr {english}\n\n" for french, english in zip(ours, theirs))
        head = "".join(f'"{line}\\n"\n' for line in HEAD)
        (folder / "po/en.po").write_text(f'msgid ""\nmsgstr ""\n{head}\n{pairs}', encoding="utf-8")
        self.update()

    def messages(self):
        """What mdbook-xgettext finds in the pages, in their order."""
        pages = sorted(page for page in self.content.iterdir() if page.name != "SUMMARY.md")
        for page in pages:
            body = page.read_text(encoding="utf-8")
            if body.startswith("---\n"):
                page.write_text(body.split("\n---\n", 1)[1], encoding="utf-8")
        summary = "".join(f"- [{number}]({page.name})\n" for number, page in enumerate(pages))
        (self.content / "SUMMARY.md").write_text(summary, encoding="utf-8")
        build(self.folder, "xgettext", "po")
        return messages((self.folder / "po/messages.pot").read_text(encoding="utf-8"))

    def update(self):
        self.messages()
        run("msgmerge", "--quiet", "--no-wrap", "--update", "po/en.po", "po/messages.pot", cwd=self.folder)
        build(self.folder, "markdown", "en", language="en")

    def published(self):
        return self.folder / "en"

    def to_do(self):
        return words_to_do(self.folder)


def build(folder, output, target, language="fr"):
    environment = {**os.environ, "MDBOOK_BOOK__LANGUAGE": language, "MDBOOK_OUTPUT": json.dumps({output: {}})}
    run("mdbook", "build", "-d", target, cwd=folder, env=environment)


def messages(po):
    """The messages of a PO file, each as it is quoted there, but for its head."""
    entries = (entry.partition("\nmsgid ")[2].partition("\nmsgstr")[0] for entry in f"\n{po}".split("\n\n"))
    return [entry for entry in entries if entry not in ("", '""')]


def words_to_do(folder):
    """Of the messages of `po/en.po` that have no translation which holds."""
    kinds = [run("msgattrib", kind, "--no-obsolete", "--no-wrap", "po/en.po", cwd=folder)
             for kind in ("--only-fuzzy", "--untranslated")]
    return sum(words(" ".join(re.findall(r'"(.*)"', message))) for po in kinds for message in messages(po))


def main():
    binary = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        drogman = Drogman(binary, work / "drogman")
        tools = [drogman]
        for peer, command in ((Po4a, "po4a"), (MdbookGettext, "mdbook-xgettext")):
            if shutil.which(command):
                (work / peer.name).mkdir()
                tools.append(peer(drogman, work / peer.name))
        heads = "".join(f"  {tool.name + ': to do':>16}  {'in French':>9}" for tool in tools)
        print(f"{'edit':36}{heads}")
        for edit, change in EDITS.items():
            row = f"{edit:36}"
            for tool in tools:
                before = tool.folder.with_name("before")
                shutil.copytree(tool.folder, before)
                change(tool.content)
                tool.update()
                pages = [page for page in tool.content.glob("*.md") if page.name != "SUMMARY.md"]
                left = sum(left_in_french(binary, page, tool.published() / page.name) for page in pages)
                row += f"  {tool.to_do():16}  {left:9}"
                shutil.rmtree(tool.folder)
                before.rename(tool.folder)
            print(row)


if __name__ == "__main__":
    main()
