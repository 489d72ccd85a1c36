"""Which words are calendar expressions? The ordered list of rules, each with an example.

A rule is tried only where one of its ``opens`` stands: ``9`` a number of one to three digits, ``2000`` one
of four, ``M`` a month, ``W`` a weekday, ``Q`` a sign such as Q3 or FY, ``年`` a Chinese expression, ``word``
a count in words; else the word itself. Patterns are regular expressions with shorthands: a space is one
to four blanks; ``{D}`` a day of the month, ``{M}`` a month, ``{Y}`` a year of four digits, ``{YY}`` of two or
four, ``{W}`` a weekday, ``{WW}`` one in full, ``{N}`` a number, ``{U}`` a unit, ``{UU}`` units, ``{S}`` a season,
``{which}`` last, this or next: each a named group, which ``{D:D1}`` gives another name. Groups ``A`` and
``B`` are the two ends of a range. Every repetition is bounded, so that time stays linear in the text.
"""

import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from articles.extraction import date_values as value
from articles.extraction.date_values import TABLES, Context, Match

Value = Callable[[Match, Context], str | None]
# "year": stated in the publication's own year, relative where the words reach into another.
RuleBasis = Literal["stated", "relative", "year"]


class Rule(NamedTuple):
    """One kind of expression: ``value`` turns a match into EDTF, or None where it claims no date."""

    name: str
    opens: str
    pattern: re.Pattern[str]
    value: Value
    basis: RuleBasis
    example: str


def any_of(words: Iterable[str]) -> str:
    """An alternation of the words themselves, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def names_of(names: Iterable[str]) -> str:
    """Names as English writes them or all in capitals; abbreviations with or without a full stop."""
    forms = {form + _stop(name) for name in names for form in (name, name.upper())}
    return f"(?-i:{'|'.join(sorted(forms, key=len, reverse=True))})"


def _stop(name: str) -> str:
    in_full = [*TABLES["months"], *TABLES["weekdays"]]
    return r"\.?" if any(other != name and other.startswith(name) for other in in_full) else ""


_YEAR = "(?:1[89]|20)[0-9]{2}"
_SHORTHANDS = {
    "D": ("D", "3[01]|[12][0-9]|0?[1-9]", "(?:st|nd|rd|th)?"),
    "M": ("M", names_of(TABLES["months"]), ""),
    "Y": ("Y", _YEAR, ""),
    "YY": ("Y", f"{_YEAR}|[0-9]{{2}}", ""),
    "W": ("W", names_of(TABLES["weekdays"]), ""),
    "WW": ("W", names_of(name for name in TABLES["weekdays"] if name.endswith("day")), ""),
    "N": ("N", f"[0-9]{{1,3}}|{any_of(TABLES['numbers'])}", ""),
    "U": ("U", "day|week|month|quarter|year|decade|century", ""),
    "UU": ("U", "hours?|days?|weeks?|fortnights?|months?|years?|decades?|century|centuries", ""),
    "S": ("S", any_of(TABLES["seasons"]), ""),
    "which": ("which", "last|past|previous|this|current|next|coming", ""),
    "ordinal": ("ordinal", any_of([*TABLES["ordinals"], "latter"]), ""),
}
_SHORTHAND = re.compile(r"\{([A-Z]+|which|ordinal)(?::(\w+))?\}")
_BLANK = re.compile(r"(?P<class>\[[^]]{1,60}\])| (?P<optional>\?)?")  # a blank in a class stays as it is
_END = r"(?!\w|[.,:/][0-9]|%)"


def compile_pattern(pattern: str, *, end: str = _END) -> re.Pattern[str]:
    """The regular expression behind a rule's shorthand."""

    def spell_out(match: re.Match[str]) -> str:
        name, fragment, tail = _SHORTHANDS[match[1]]
        return f"(?P<{match[2] or name}>{fragment}){tail}"

    pattern = _BLANK.sub(lambda match: match["class"] or f" {{{int(not match['optional'])},4}}", pattern)
    return re.compile(_SHORTHAND.sub(spell_out, pattern) + end, re.I)


def _behind(words: Iterable[str], *, other_than: bool = False) -> str:
    """Right after one of the words (or after none of them)."""
    plain = [re.escape(word).replace("\\ ", "[ ]") for word in words]  # looking behind takes no {1,4}
    if other_than:
        return "".join(f"(?<!{word})" for word in plain)
    return "(?:" + "|".join(f"(?<={word})" for word in plain) + ")"


def _rule(name: str, opens: str, pattern: str, value: Value, example: str, basis: RuleBasis = "stated") -> Rule:
    return Rule(name, opens, compile_pattern(pattern), value, basis, example)


def _chinese(name: str, pattern: str, value: Value, example: str, basis: RuleBasis = "stated") -> Rule:
    return Rule(name, "年", compile_pattern(pattern, end=""), value, basis, example)


_ON_WEEKDAY = "(?:{W},? (?:the )?|the )?"
_THAT_YEAR = "(?:,? (?:of )?{which} year)?"
_OF_YEAR = "(?:,? (?:(?:of|in) )?(?:(?:the year )?{Y}|{which} year|the year))"
_TO = " ?(?:-|to|until|till|through) ?"
_TO_OR_AND = " ?(?P<to>-|to|and|&|until|till|through) ?"
_ABOUT = "(?:(?:about|around|almost|nearly|some|roughly|just over|just under|more than|over|at least) )?"
_PART_OF_DAY = "(?: (?:morning|afternoon|evening|night|lunchtime))?"
_PART = "(?:(?P<part>earlier|later|early|late) (?:in )?)?"
_VAGUE = "(?:(?:a few|few|several|many|couple of|number of|{N}) )?(?:(?:short|long) )?"
_FINANCIAL = "(?:financial|fiscal|tax|academic) year"
_CLAUSE_ENDS = "(?= ?[.,;:)]| ?$)"

# A month that is also a word or a name counts only beside words that show it to be a month.
_SURE_MONTH = names_of(set(TABLES["months"]) - set(TABLES["doubtful_months"]))
_BESIDE_A_MONTH = _behind(TABLES["words_before_a_month"])
_MONTH = names_of(TABLES["months"])
_THING = rf"(?! (?:{any_of(TABLES['things_after_a_number'])})(?!\w)|-(?!\w{{3}})\w| ?%)"
_FOREIGN_MONTH = any_of({name for names in TABLES["foreign_months"].values() for name in names})
_C_DIGIT = f"[{''.join(TABLES['chinese_digits'])}]"
_C_NUMBER = f"[0-9]{{1,2}}|[{''.join(TABLES['chinese_digits'])}十]{{1,3}}"

RULES: tuple[Rule, ...] = (
    # Full dates
    _rule(
        "iso-date",
        "2000",
        r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}[0-9:.]{0,13}Z?)?",
        value.iso,
        "2015-10-21",
    ),
    _rule("numeric-date", "9", r"(?P<D>[0-9]{1,2})([/.-])(?P<D2>[0-9]{1,2})\2{YY}", value.numeric, "21/10/2015"),
    _rule(
        "year-first",
        "2000",
        "{Y}([/.-])(?P<D2>[0-9]{1,2})\\2(?P<D>[0-9]{1,2})",
        value.year_first,
        "2015/10/21",
    ),
    _rule("compact-date", "9", "(?i:{D}(-?){M}\\2{YY})", value.full, "21Oct15"),
    _rule("full-date", "9 W the", _ON_WEEKDAY + "{D} (?:of )?{M},? {Y}", value.full, "Wednesday 21 October 2015"),
    _rule("full-date-month-first", "M W", "(?:{W},? )?{M} (?:the )?{D},? ?{Y}", value.full, "October 21, 2015"),
    _rule(
        "foreign-date",
        "9",
        rf"{{D}}(?:er|\.|º)? (?:de )?(?P<foreign>{_FOREIGN_MONTH}) (?:de |del )?{{Y}}",
        value.foreign,
        "14 juillet 2015",
    ),
    _rule(
        "unusual-date",
        "9 2000 the",
        "(?:the )?{D} day of {M},? {Y}|{Y:Y1},? {M:M1} {D:D1}",
        value.unusual,
        "2015, October 21",
    ),
    # Ranges whose ends share a part
    _rule(
        "long-range",
        "9 W the",
        _ON_WEEKDAY + "(?P<A>{D:D1} (?:of )?{M:M1})" + _TO + "(?:{W:W2} )?(?P<B>{D} (?:of )?{M},? {Y})",
        value.long_range,
        "19 October to 3 November 2015",
    ),
    _rule(
        "long-range-month-first",
        "M",
        "(?P<A>{M:M1} {D:D1})" + _TO + "(?P<B>{M} {D},? {Y})",
        value.long_range,
        "October 19 - November 3, 2015",
    ),
    _rule(
        "day-range",
        "9 W the",
        _ON_WEEKDAY + "(?P<A>{D:D1})" + _TO_OR_AND + "(?:{W:W2} )?(?P<B>{D} (?:of )?{M}(?:,? {Y})?)",
        value.day_range,
        "19-23 October 2015",
    ),
    _rule(
        "day-range-month-first",
        "M W",
        "(?:{W},? )?{M} (?P<A>{D:D1})" + _TO_OR_AND + "(?P<B>{D}(?:,? {Y})?)",
        value.day_range,
        "October 19-23, 2015",
    ),
    _rule(
        "month-range",
        "M",
        "(?P<A>{M:M1})(?:" + _TO + "|/)(?P<B>{M},? (?:of )?{Y})",
        value.month_range,
        "August to October 2022",
    ),
    _rule("year-range", "2000", "(?P<A>{Y})[-/](?P<B>{YY:Y2})(?!-[0-9])", value.year_range, "2012-14"),
    _rule(
        "decade-pair",
        "the 2000",
        "(?:the )?(?:(?P<tens>1[89][0-9]|20[0-9])0'?s)(?: and|-| to) ?(?:the )?(?:early |mid-|late )?"
        "(?:(?P<tens2>1[89][0-9]|20[0-9]|[0-9])0'?s)",
        value.decade_pair,
        "1960s and 1970s",
    ),
    # Days and months whose year may follow from the publication
    _rule("day-and-month", "9 W the", _ON_WEEKDAY + "{D} (?:of )?{M}" + _THAT_YEAR, value.day_and_month, "21 October"),
    _rule("month-and-day", "M W", "(?:{W},? )?{M} (?:the )?{D}" + _THAT_YEAR, value.day_and_month, "Oct. 21"),
    _rule("month-and-year", "M", "{M}(?:,? (?:of )?(?:the year )?|-){Y}", value.month_and_year, "October 2015"),
    _rule("month-and-short-year", "M", "{M} '{YY}", value.month_and_year, "Oct '15"),
    _rule("month-of-year", "M", "{M},? (?:of )?{which} year", value.month_of_year, "April this year"),
    _rule(
        "named-month",
        "last past this next coming",
        "{which} {M}",
        value.named_month,
        "last September",
        "relative",
    ),
    _rule(
        "bare-month",
        "M",
        rf"(?:(?={_SURE_MONTH})|{_BESIDE_A_MONTH}|(?={_MONTH}(?: and|-| to) ?{_MONTH} {_YEAR}))"
        rf"{{M}}(?!')(?:(?= (?:and|or) {{M:M2}} {{Y}}))?",
        value.bare_month,
        "February",
        "year",
    ),
    # Parts of a year
    _rule(
        "quarter",
        "the first second third fourth final last",
        "(?:the )?{ordinal}[- ]quarter" + _OF_YEAR,
        value.quarter,
        "the third quarter of 2023",
        "year",
    ),
    _rule(
        "bare-quarter",
        "the first second third fourth",
        "(?:the )?(?P<ordinal>first|second|third|fourth)[- ]quarter",
        value.quarter,
        "the third quarter",
        "year",
    ),
    _rule("quarter-sign", "Q", "Q(?P<ordinal>[1-4])[ ,/-]{0,2}(?:of )?{Y}", value.quarter, "Q3 2015"),
    _rule(
        "bare-quarter-sign",
        "Q",
        _behind(["in ", "of ", "for ", "during ", "by ", "since ", "until ", "the "]) + "Q(?P<ordinal>[1-4])",
        value.quarter,
        "in Q3",
        "year",
    ),
    _rule("year-and-quarter", "2000", "{Y}[ -]?Q(?P<ordinal>[1-4])", value.quarter, "2015 Q3"),
    _rule(
        "half",
        "the first second latter last",
        "(?:the )?{ordinal}[- ]half" + _OF_YEAR,
        value.half,
        "the first half of 2023",
        "year",
    ),
    _rule("half-sign", "Q", "H(?P<ordinal>[12])[ ,/-]{0,2}(?:of )?{Y}", value.half, "H1 2023"),
    _rule(
        "first-months",
        "the first",
        "(?:the )?first {N} months" + _OF_YEAR,
        value.first_months,
        "the first six months of 2015",
        "year",
    ),
    _rule(
        "season",
        "the spring summer autumn fall winter",
        "(?:the )?{S}(?: of|,)? (?:the year )?(?:{Y}(?:[-/][0-9]{2})?|{which} year)",
        value.season,
        "autumn 2020",
    ),
    _rule(
        "named-season",
        "last past this next coming earlier later early late",
        _PART + "{which} {S}",
        value.named_season,
        "last summer",
        "relative",
    ),
    _rule(
        "bare-season",
        "the",
        _behind(["in ", "by ", "during ", "over ", "until ", "since "]) + "the {S}(?! of)",
        value.season,
        "in the autumn",
        "year",
    ),
    _rule(
        "financial-year",
        "the financial fiscal tax academic",
        f"(?:the )?{_FINANCIAL}(?: of| ending(?: in)?)? {{Y}}(?: ?[-/] ?{{YY:Y2}})?",
        value.financial_year,
        "the financial year 2023/24",
    ),
    _rule(
        "financial-year-behind",
        "the 2000",
        f"(?:the )?{{Y}}[-/]{{YY:Y2}} {_FINANCIAL}",
        value.financial_year,
        "2023-24 tax year",
    ),
    _rule("financial-year-sign", "Q", "FY ?{YY}(?:[-/]{YY:Y2})?", value.financial_year, "FY2024"),
    _rule(
        "named-financial-year",
        "the last this next current previous",
        f"(?:the )?{{which}} {_FINANCIAL}",
        value.financial_year,
        "last financial year",
        "relative",
    ),
    # Longer stretches
    _rule("decade", "the 2000", "(?:the )?(?P<tens>1[89][0-9]|20[0-9])0'?s", value.decade, "the 1990s"),
    _rule(
        "spelt-decade",
        "the",
        f"the (?:early |late |mid-)?(?P<tens>{any_of(TABLES['decades'])})",
        value.spelt_decade,
        "the nineties",
    ),
    _rule(
        "century",
        "the 9 nineteenth twentieth twenty",
        f"(?:the )?(?P<century>(?:19|20)th|21st|{any_of(TABLES['centuries'])})[- ]century",
        value.century,
        "the 20th century",
    ),
    _rule(
        "title-year",
        "2000",
        _behind(f"{title} " for title in TABLES["titles_before_a_year"]) + "{Y}",
        value.year,
        "Policy Act 1992",
    ),
    _rule(
        "bare-year",
        "2000",
        _behind((f"{name} " for name in TABLES["names_before_a_number"]), other_than=True) + "{Y}" + _THING,
        value.bare_year,
        "2015",
    ),
    # Days near publication
    _rule(
        "today",
        "today tonight this earlier later early late",
        _PART + "(?:today|tonight|this (?:morning|afternoon|evening|lunchtime))",
        value.today,
        "this morning",
        "relative",
    ),
    _rule(
        "today-in-general",
        "today",
        "today's (?:world|china|britain|hong kong|society|economy|standards|terms|money|generation|youth)",
        value.nothing,
        "today's world",
    ),
    _rule(
        "yesterday",
        "yesterday last late",
        f"yesterday{_PART_OF_DAY}|(?:late )?last (?:night|evening)",
        value.yesterday,
        "last night",
        "relative",
    ),
    _rule("tomorrow", "tomorrow", f"tomorrow{_PART_OF_DAY}", value.tomorrow, "tomorrow", "relative"),
    _rule(
        "day-beyond",
        "the",
        "the day (?:(?P<before>before yesterday)|after tomorrow)",
        value.day_beyond,
        "the day before yesterday",
        "relative",
    ),
    _rule("recent", "recent recently lately", "recent(?:ly)?|lately", value.recent, "recently", "relative"),
    # Weekdays and units beside publication
    _rule(
        "weekday",
        "W",
        _behind(TABLES["names_before_a_weekday"], other_than=True)
        + "{WW}"
        + _PART_OF_DAY
        + f"(?! (?:{any_of(TABLES['names_after_a_weekday'])}))",
        value.weekday,
        "Tuesday",
        "relative",
    ),
    _rule(
        "named-weekday",
        "last this past next coming",
        "{which} {WW}" + _PART_OF_DAY,
        value.named_weekday,
        "last Tuesday",
        "relative",
    ),
    _rule(
        "weekday-of-week",
        "W",
        "{WW}" + _PART_OF_DAY + ",? (?:of )?{which} week",
        value.weekday_of_week,
        "Tuesday last week",
        "relative",
    ),
    _rule(
        "weekend",
        "the this last past next coming",
        "(?:{which}|the) weekend(?! (?:of|before|after))",
        value.weekend,
        "last weekend",
        "relative",
    ),
    _rule(
        "unit",
        "last this next current earlier later early late",
        _behind(["the "], other_than=True) + _PART + r"(?P<which>last|this|next|current) {U}(?! of(?!\w))",
        value.unit,
        "last year",
        "relative",
    ),
    _rule(
        "end-of-the-unit",
        "the end beginning start middle",
        "(?:the )?(?:end|beginning|start|middle) of (?P<which>the) (?P<U>week|month|year|decade)(?! of(?!\\w))",
        value.unit,
        "the end of the year",
        "relative",
    ),
    _rule("ago", "9 word", _ABOUT + "{N} {UU} ago", value.ago, "two years ago", "relative"),
    _rule("months-old", "9 word", "{N}-(?P<U>day|week|month)-old", value.ago, "three-month-old", "relative"),
    _rule(
        "from-now",
        "9 word",
        "{N} {UU}(?:'? time| from now| hence)",
        value.from_now,
        "in two weeks' time",
        "relative",
    ),
    # Counted from the date before
    _rule(
        "later",
        "9 word",
        _ABOUT + "{N} {UU} (?P<way>earlier|later|previously|afterwards)",
        value.later,
        "two years later",
    ),
    _rule(
        "that-unit",
        "that the later earlier",
        "(?:(?:later|earlier) )?(?P<that>that|the same|the following|the previous|the preceding|the next) {U}",
        value.that_unit,
        "the following year",
    ),
    _rule("unit-beside", "the", "the {U} (?P<that>before|after)" + _CLAUSE_ENDS, value.that_unit, "the year before"),
    # Stretches and habits, which date nothing
    _rule(
        "stretch",
        "the this past last next coming previous recent",
        "(?:the|this)? ?(?:past|last|next|coming|previous|recent) " + _VAGUE + "{UU}(?! of)",
        value.nothing,
        "the last five years",
    ),
    _rule(
        "vague-count",
        "several many few some",
        "(?:several|many|few|some) {UU} (?:ago|later|earlier)",
        value.nothing,
        "several years ago",
    ),
    _rule("frequency", "every each", "(?:every|each)(?: other)? (?:{W}|{M}|{S}|{U})", value.nothing, "every Friday"),
    # Chinese
    _chinese(
        "chinese-date",
        f"(?P<Y>[0-9]{{4}}|{_C_DIGIT}{{4}})[ ]?年"
        f"(?:[ ]?(?P<M>{_C_NUMBER})[ ]?月(?:[ ]?(?P<D>{_C_NUMBER})[ ]?[日号號])?)?",
        value.chinese,
        "2019年6月17日",
    ),
    _chinese(
        "chinese-day-and-month",
        f"(?P<M>{_C_NUMBER})[ ]?月[ ]?(?P<D>{_C_NUMBER})[ ]?[日号號]",
        value.chinese_day_and_month,
        "6月17日",
    ),
    _chinese(
        "chinese-relative",
        f"(?P<chinese>{any_of(TABLES['chinese_relative'])})(?:(?P<M>{_C_NUMBER})月(?:(?P<D>{_C_NUMBER})[日号號])?)?",
        value.chinese_relative,
        "去年",
        "relative",
    ),
    _chinese("recent", any_of(TABLES["chinese_recent"]), value.recent, "近日", "relative"),
)
