"""Whether `numbers` is silent on what CLDR writes: dates, times, numbers, money, units and durations in 47 locales.

    cldr.py BINARY [-v]

Each pair is a French sentence with an amount as CLDR writes it in French, and the same amount as CLDR writes it in a
locale: a correct translation, so each finding is a false alarm. Needs Babel.
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time, format_timedelta
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from babel.units import UnknownUnitError, format_unit

LOCALES = """en en-GB de de-CH es es-MX it pt pt-PT pl ru ar zh-Hans zh-Hant ja tr sv cs fi nl uk ko el he ro hu da nb ca
bg hr sk sl sr lt lv et id vi th fa hi gl eu is mk sq""".split()
SPELT = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en_US", "es": "es_ES", "pt": "pt_BR"}
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
UNITS = [
    (12, "length-kilometer"), (40, "length-millimeter"), (8, "length-centimeter"), (3.5, "mass-kilogram"),
    (250, "volume-milliliter"), (75, "volume-liter"), (90, "duration-minute"), (7, "duration-hour"),
    (25, "duration-day"), (2, "duration-week"), (3, "duration-month"), (6, "duration-year"),
    (18, "temperature-celsius"), (600, "area-hectare"), (45, "area-square-meter"),
    (130, "speed-kilometer-per-hour"), (5, "digital-gigabyte"),
]
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
LASTING = [
    (30, "second", "30 secondes"), (45, "minute", "45 minutes"), (5, "hour", "5 heures"), (2, "day", "2 jours"),
    (10, "day", "10 jours"), (4, "week", "4 semaines"), (6, "month", "6 mois"), (8, "year", "8 ans"),
]


def dates(locale):
    for month, name in enumerate(MONTHS, 1):
        date = datetime.date([1889, 1956, 1987, 2003, 2019][month % 5], month, 2 * month + 1)
        french = f"{date.day} {name} {date.year}"
        for length in ("long", "medium", "short") if date.year > 1999 else ("long", "medium"):
            yield f"Fait le {french}.", format_date(date, length, locale=locale)
        yield f"Fait le {DAYS[date.weekday()]} {french}.", format_date(date, "full", locale=locale)
        yield f"Fait en {name} {date.year}.", format_skeleton("yMMMM", date, locale=locale)
        yield f"Ouvert le {date.day} {name}.", format_skeleton("MMMMd", date, locale=locale)
        yield f"Vers {name}, rien.", format_skeleton("MMMM", date, locale=locale)
    day = datetime.date(2019, 5, 3)
    for end, french in (
        (datetime.date(2019, 5, 8), "du 3 au 8 mai 2019"),
        (datetime.date(2019, 7, 8), "du 3 mai au 8 juillet 2019"),
        (datetime.date(2020, 1, 8), "du 3 mai 2019 au 8 janvier 2020"),
    ):
        yield f"Fermé {french}.", format_interval(day, end, "yMMMd", locale=locale)


def times(locale):
    for hour, minute in ((0, 10), (7, 5), (9, 30), (12, 15), (14, 20), (18, 45), (20, 0), (23, 59)):
        yield f"Départ à {hour} h {minute:02}.", format_time(datetime.time(hour, minute), "short", locale=locale)
    for (begin, end), french in (
        (((9, 0), (12, 30)), "de 9 h à 12 h 30"),
        (((8, 0), (20, 0)), "de 8 h à 20 h"),
        (((14, 15), (18, 0)), "de 14 h 15 à 18 h"),
    ):
        moments = [datetime.datetime(2019, 1, 1, *moment) for moment in (begin, end)]
        yield f"Ouvert {french}.", format_interval(*moments, "Hm", locale=locale)
    for count, unit, french in LASTING:
        length = datetime.timedelta(seconds=count * SECONDS[unit])
        yield f"Cela dure {french} ici.", format_timedelta(length, granularity=unit, threshold=99, locale=locale)


def amounts(locale):
    for number in (-12.5, -5, 0.05, 0.5, 3.5, 12.75, 100, 1234, 9876, 12345, 123456.7, 250000, 1234567):
        yield f"La valeur {format_decimal(number, locale='fr')} convient.", format_decimal(number, locale=locale)
    for share in (0.05, 0.125, 0.63, 1.2):
        of = lambda where: format_percent(share, locale=where, decimal_quantization=False)  # noqa: E731
        yield f"Cela fait {of('fr')} ici.", of(locale)
    for number, code in ((12.5, "EUR"), (1500, "EUR"), (99, "USD"), (350, "CHF"), (80, "GBP"), (1200, "JPY")):
        for kind in ("standard", "name"):
            here = format_currency(number, code, locale=locale, format_type=kind)
            yield f"Cela coûte {format_currency(number, code, locale='fr')} ici.", here
            yield f"Cela coûte {format_currency(number, code, locale='fr', format_type='name')} ici.", here
    for number in (45e3, 350e3, 3e6, 4.5e6, 12e6, 2.3e9, 7e9):
        of = lambda where, kind: format_compact_decimal(number, format_type=kind, locale=where, fraction_digits=1)  # noqa: E731
        french = of("fr", "long") if number >= 1e6 else format_decimal(number, locale="fr")
        for kind in ("long", "short"):
            yield f"Il y en a {french}.", of(locale, kind)
    for number, unit in UNITS:
        for kind in ("long", "short"):
            here = format_unit(number, unit, kind, locale=locale)
            yield f"La mesure donne {format_unit(number, unit, 'long', locale='fr')} ici.", here
            yield f"La mesure donne {format_unit(number, unit, 'short', locale='fr')} ici.", here


def pairs():
    """[(locale, French, translation)], each once; what a locale has no data for is left out."""
    invisible = str.maketrans("", "", "\u061c\u200e\u200f")
    found = {}
    for tag in LOCALES:
        locale = SPELT.get(tag, tag.replace("-", "_"))
        for kind in (dates, times, amounts):
            try:
                for french, here in kind(locale):
                    found[tag, french, "K: " + here.translate(invisible).removesuffix(".") + "."] = None
            except (UnknownLocaleError, UnknownUnitError, KeyError) as error:
                print(f"{tag}: {kind.__name__} break off: {error!r}", file=sys.stderr)
    return list(found)


def findings(binary, batch, root):
    """Those of a project with these pairs, of which no locale has a French sentence twice."""
    (root / "content").mkdir(parents=True)
    tags = ", ".join(f'"{tag}"' for tag in sorted({tag for tag, _, _ in batch}))
    (root / "drogman.toml").write_text(f'[project]\nsource = "fr"\nlocales = [{tags}]\n', "utf-8")
    sentences = list(dict.fromkeys(french for _, french, _ in batch))
    (root / "content/all.txt").write_text("\n\n".join(sentences) + "\n", "utf-8")
    subprocess.run([binary, "sync", "--quiet", "--project", root], check=True, stdout=subprocess.DEVNULL)
    wanted, units = defaultdict(dict), {}
    for tag, french, here in batch:
        wanted[tag][french] = here
    for tag, renderings in wanted.items():
        path, lines, unit = root / f"locales/{tag}/all.ftl", [], None
        for line in path.read_text("utf-8").split("\n"):
            lines.append(line)
            if line.startswith("# @unit "):
                unit = line.split()[2]
            elif line.startswith("# fr: ") and line[6:] in renderings:
                units[tag, unit] = (line[6:], renderings[line[6:]])
                lines.append(f"{unit} = {renderings[line[6:]]}")
        path.write_text("\n".join(lines), "utf-8")
    if len(units) != len(batch):
        sys.exit(f"{len(batch) - len(units)} sentences are not units of their own")
    command = [binary, "check", "--only", "numbers", "--format", "json", "--project", root]
    ran = subprocess.run(command, stdout=subprocess.PIPE)
    if ran.returncode not in (0, 1):
        sys.exit(f"check ended with {ran.returncode}")
    for finding in json.loads(ran.stdout)["findings"]:
        # A finding on the French has no locale: nearly all translations agree against it.
        tag = finding["locale"] or "fr"
        yield finding["severity"], tag, *units.get((tag, finding["unit"]), ("", "")), finding["message"]


def main():
    binary, verbose = pathlib.Path(sys.argv[1]).resolve(), "-v" in sys.argv[2:]
    turns, rounds = Counter(), defaultdict(list)
    for pair in pairs():
        rounds[turns[pair[:2]]].append(pair)
        turns[pair[:2]] += 1
    with tempfile.TemporaryDirectory() as work:
        told = [
            finding for turn, batch in rounds.items() for finding in findings(binary, batch, pathlib.Path(work, str(turn)))
        ]
    if verbose:
        for finding in told:
            print(" | ".join(finding))
    counts = Counter(severity for severity, *_ in told)
    print(f"{sum(turns.values())} pairs, {counts['error']} errors, {counts['warning']} warnings")


main()
