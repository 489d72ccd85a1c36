"""Calendar expressions: which words are found, what they mean, and which are left alone.

The expected span is marked in the sentence: ``[[26 March 2024]]``.
"""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import edtf
from articles.extraction.date_rules import RULES
from articles.extraction.date_values import by_dateparser, nothing
from articles.extraction.dates import find_dates

WEDNESDAY = "2015-11-04"  # the publication day of most sentences here
MARKS = re.compile(r"\[\[(.*?)\]\]", re.S)


def found(sentence, published=WEDNESDAY):
    """What is found in the sentence without its marks, as (words, EDTF) pairs."""
    text = MARKS.sub(r"\1", sentence)
    return [(text[m.start : m.end], m.edtf) for m in find_dates(text, published)]


def only(sentence, published=WEDNESDAY):
    """The one mention of a sentence, which must stand exactly where the mark is."""
    (mention,) = find_dates(MARKS.sub(r"\1", sentence), published)
    start = sentence.index("[[")
    assert (mention.start, mention.end) == (start, sentence.index("]]") - 2)
    return mention


# Every rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_speaks_for_its_example(rule):
    mentions = find_dates(f"They met in May 1972. It was {rule.example}.", WEDNESDAY)
    named = {mention.rule for mention in mentions}
    assert (rule.name in named) is (rule.value is not nothing)


@pytest.mark.parametrize("rule", [r for r in RULES if r.basis == "relative"], ids=lambda rule: rule.name)
def test_no_relative_date_without_a_publication(rule):
    assert found(f"It was {rule.example}.", published=None) == []


# Stated dates


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It was signed on [[21 October 2015]].", "2015-10-21"),
        ("It was signed on [[21st October 2015]].", "2015-10-21"),
        ("It was signed on [[the 21st of October, 2015]].", "2015-10-21"),
        ("It was signed on [[Wednesday 21 October 2015]].", "2015-10-21"),
        ("It was signed on [[Wednesday, October 21, 2015]].", "2015-10-21"),
        ("It was signed on [[October 21st, 2015]].", "2015-10-21"),
        ("It was signed on [[OCTOBER 21, 2015]].", "2015-10-21"),
        ("It was signed on [[21 Oct. 2015]] in London.", "2015-10-21"),
        ("It was signed on [[21\nOctober 2015]].", "2015-10-21"),
        ("It was signed on [[21\u00a0October 2015]].", "2015-10-21"),
        ("The Gazette, [[21Oct15]]", "2015-10-21"),
        ("The Gazette, [[21-Oct-2015]]", "2015-10-21"),
        ("date: [[2015-10-21]]", "2015-10-21"),
        ("date: [[2015-10-21T08:30:00Z]]", "2015-10-21"),
        ("Filed [[2015/10/21]].", "2015-10-21"),
        ("Filed [[21/10/2015]].", "2015-10-21"),
        ("Filed [[03/04/2015]], day first.", "2015-04-03"),
        ("Filed [[10/21/2015]], where only 21 can be the day.", "2015-10-21"),
        ("Filed [[21/10/15]].", "2015-10-21"),
        ("Filed [[21.10.95]].", "1995-10-21"),
        ("The office opened in [[October 2015]].", "2015-10"),
        ("The office opened in [[October, 2015]].", "2015-10"),
        ("The office opened in [[2010]].", "2010"),
        ("It has stood there since the revolt of [[1896]].", "1896"),
        ("Under the Enterprise Act [[2002]] it could.", "2002"),
    ],
)
def test_stated_dates_are_read(sentence, value):
    mention = only(sentence)
    assert (mention.edtf, mention.basis) == (value, "stated")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It was planned for [[early December 2024]].", "2024-12"),
        ("It came in [[late 2014]].", "2014"),
        ("It came in [[mid-2014]].", "2014"),
        ("It came at [[the end of March 2014]].", "2014-03"),
        ("It came in [[the final months of 2014]].", "2014"),
        ("It came in [[the late 1990s]].", "199X"),
        ("It was ready by [[9 September 2025]].", "2025-09-09"),
        ("It was built by [[around 2025]].", "2025~"),
        ("It was built [[circa 2011]].", "2011~"),
        ("They traded in [[the 1990s]].", "199X"),
        ("They traded in [[the 1960s and 70s]].", "1960/1979"),
        ("They traded in [[the 20th century]].", "19XX"),
        ("They traded in [[the nineteenth century]].", "18XX"),
        ("They traded in [[the first half of 2023]].", "2023-40"),
        ("They traded in [[the third quarter of 2023]].", "2023-35"),
        ("They traded in [[Q3 2023]].", "2023-35"),
        ("They traded in [[H2 2023]].", "2023-41"),
        ("They traded in [[autumn 2020]].", "2020-23"),
        ("They traded in [[the winter of 2013]].", "2013-24"),
        ("They traded in [[the financial year 2023/24]].", "2023-04/2024-03"),
        ("They traded in [[the 2023-24 financial year]].", "2023-04/2024-03"),
        ("They traded in [[the first nine months of 2015]].", "2015-01/2015-09"),
        ("It held until [[3 May 2024]].", "../2024-05-03"),
        ("It did not open until [[3 May 2024]].", "../2024-05-03"),
        ("It has held since [[2010]].", "2010/.."),
        ("It has held since [[early 2010]].", "2010/.."),
        ("It holds from [[3 May 2024]] for a year.", "2024-05-03"),
    ],
)
def test_parts_of_time_follow_the_codebook(sentence, value):
    mention = only(sentence)
    assert (mention.edtf, mention.basis) == (value, "stated")


def test_not_until_a_day_is_that_day():
    assert only("It was seen not until [[3 May 2014]].").edtf == "2014-05-03"


# Ranges


@pytest.mark.parametrize(
    ("sentence", "value", "parts"),
    [
        ("from [[19-23 October 2015]]", "2015-10-19/2015-10-23", ["19", "23 October 2015"]),
        ("on [[7–8 March]]", "2016-03-07/2016-03-08", ["7", "8 March"]),
        ("on [[October 19-23, 2015]]", "2015-10-19/2015-10-23", ["19", "23, 2015"]),
        ("between [[3 and 6 October 2015]]", "2015-10-03/2015-10-06", ["3", "6 October 2015"]),
        ("in [[March/April 2015]]", "2015-03/2015-04", ["March", "April 2015"]),
        ("on [[3 and 4 October 2015]]", "2015-10-03/2015-10-04", ["3", "4 October 2015"]),
        (
            "from [[19 October to 3 November 2014]]",
            "2014-10-19/2014-11-03",
            ["19 October", "3 November 2014"],
        ),
        ("from [[28 December to 3 January 2015]]", "2014-12-28/2015-01-03", ["28 December", "3 January 2015"]),
        ("from [[August to October 2014]]", "2014-08/2014-10", ["August", "October 2014"]),
        ("from [[November to January 2015]]", "2014-11/2015-01", ["November", "January 2015"]),
        ("between [[August 2021 and October 2022]]", "2021-08/2022-10", ["August 2021", "October 2022"]),
        ("from [[2012 to 2014]]", "2012/2014", ["2012", "2014"]),
        ("between [[2010 and 2012]]", "2010/2012", ["2010", "2012"]),
        ("in [[2012-14]]", "2012/2014", ["2012", "14"]),
        ("in [[2012–2014]]", "2012/2014", ["2012", "2014"]),
        ("in [[1999-01]]", "1999-01", []),
        ("in [[2014/15]]", "2014/2015", ["2014", "15"]),
        ("from [[3 May 2014 until 5 June 2014]]", "2014-05-03/2014-06-05", ["3 May 2014", "5 June 2014"]),
    ],
)
def test_a_range_is_one_date_with_two_ends(sentence, value, parts):
    mention = only(sentence)
    text = MARKS.sub(r"\1", sentence)
    assert mention.edtf == value
    assert [text[part.start : part.end] for part in mention.parts] == parts
    assert all(edtf.parse(part.edtf) for part in mention.parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "in [[2012]] and [[2014]]",
        "from [[2014]] to [[2012]]",
        "on [[3 May 2014]] and [[9 June 2014]]",
        "either [[May 2014]] or [[June 2014]]",
    ],
)
def test_two_dates_that_are_no_range_stay_two(sentence):
    assert [words for words, _ in found(sentence)] == MARKS.findall(sentence)


def test_a_month_borrows_the_year_of_its_neighbour():
    assert found("in October 2012 and July and September 2013") == [
        ("October 2012", "2012-10"),
        ("July", "2013-07"),
        ("September 2013", "2013-09"),
    ]


# The year that goes without saying


@pytest.mark.parametrize(
    ("sentence", "value", "basis"),
    [
        ("It was signed on [[21 October]].", "2015-10-21", "stated"),
        ("It was signed on [[Oct. 21]].", "2015-10-21", "stated"),
        ("It was signed on [[28 December]].", "2015-12-28", "stated"),
        ("It was signed on [[1 June]].", "2015-06-01", "stated"),
        ("It was signed on [[1 May]].", "2016-05-01", "stated"),
        ("It was signed on [[10 May last year]].", "2014-05-10", "stated"),
        ("It opened in [[September]].", "2015-09", "stated"),
        ("It opened in [[May]].", "2015-05", "stated"),
        ("It opened in [[February]].", "2015-02", "stated"),
        ("It will open in [[February]].", "2016-02", "relative"),
        ("It opens in [[December]].", "2015-12", "stated"),
        ("It opened in [[April this year]].", "2015-04", "stated"),
        ("It opened in [[the third quarter]].", "2015-35", "stated"),
        ("It opened in [[the spring]].", "2015-21", "stated"),
    ],
)
def test_the_publication_lends_the_year(sentence, value, basis):
    mention = only(sentence)
    assert (mention.edtf, mention.basis) == (value, basis)


def test_a_month_of_another_year_is_counted_not_stated():
    mention = only("It opened in [[September]].", published="2016-06")
    assert (mention.edtf, mention.basis) == ("2015-09", "relative")


# Relative dates


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He spoke [[today]].", "2015-11-04"),
        ("He spoke [[this morning]].", "2015-11-04"),
        ("He spoke [[earlier today]].", "2015-11-04"),
        ("He spoke [[yesterday]].", "2015-11-03"),
        ("He spoke [[last night]].", "2015-11-03"),
        ("He speaks [[tomorrow]].", "2015-11-05"),
        ("He spoke [[the day before yesterday]].", "2015-11-02"),
        ("He spoke on [[Wednesday]].", "2015-11-04"),
        ("He spoke on [[Thursday]].", "2015-10-29"),
        ("He spoke on [[Tuesday evening]].", "2015-11-03"),
        ("He will speak on [[Friday]].", "2015-11-06"),
        ("He spoke [[last Wednesday]].", "2015-10-28"),
        ("He spoke [[last Tuesday]].", "2015-11-03"),
        ("He speaks [[next Wednesday]].", "2015-11-11"),
        ("He speaks [[this Friday]].", "2015-11-06"),
        ("He spoke on [[Tuesday last week]].", "2015-10-27"),
        ("He spoke [[last weekend]].", "2015-10-31/2015-11-01"),
        ("He spoke [[this week]].", "2015-11-02/2015-11-08"),
        ("He spoke [[earlier this week]].", "2015-11-02/2015-11-04"),
        ("He speaks [[later this week]].", "2015-11-04/2015-11-08"),
        ("He spoke [[last week]].", "2015-10-26/2015-11-01"),
        ("He spoke [[last month]].", "2015-10"),
        ("He speaks [[next month]].", "2015-12"),
        ("He spoke [[last year]].", "2014"),
        ("He spoke [[earlier this year]].", "2015"),
        ("He spoke [[late last year]].", "2014"),
        ("He spoke [[last quarter]].", "2015-35"),
        ("He spoke [[last September]].", "2015-09"),
        ("He spoke [[last November]].", "2014-11"),
        ("He speaks [[next May]].", "2016-05"),
        ("He spoke [[this May]].", "2015-05"),
        ("He spoke [[last summer]].", "2015-22"),
        ("He spoke [[last autumn]].", "2014-23"),
        ("He spoke [[earlier this summer]].", "2015-22"),
        ("It opens by [[the end of the year]].", "2015"),
        ("He spoke [[two years ago]].", "2013~"),
        ("He spoke [[a decade ago]].", "2005~"),
        ("He spoke [[almost ten years ago]].", "2005~"),
        ("He spoke [[three months ago]].", "2015-08~"),
        ("He spoke [[three weeks ago]].", "2015-10-12/2015-10-18"),
        ("He spoke [[two days ago]].", "2015-11-02~"),
        ("He speaks in [[two weeks' time]].", "2015-11-16/2015-11-22"),
        ("He [[recently]] spoke.", "2015-11~"),
        ("A [[recent]] talk.", "2015-11~"),
    ],
)
def test_relative_dates_are_counted_from_the_publication(sentence, value):
    mention = only(sentence)
    assert (mention.edtf, mention.basis) == (value, "relative")


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [
        ("2024-01-01", "He spoke [[yesterday]].", "2023-12-31"),
        ("2024-01-01", "He spoke [[last month]].", "2023-12"),
        ("2024-01-01", "He spoke [[last week]].", "2023-12-25/2023-12-31"),
        ("2024-01-01", "He spoke [[earlier this week]].", "2024-01-01"),
        ("2024-01-03", "It closed on [[28 December]].", "2023-12-28"),
        ("2023-12-30", "It opens on [[3 January]].", "2024-01-03"),
        ("2023-12-30", "It opens [[next month]].", "2024-01"),
        ("2024-03-31", "In [[the last financial year]] it rose.", "2022-04/2023-03"),
        ("2024-04-01", "In [[the last financial year]] it rose.", "2023-04/2024-03"),
    ],
)
def test_counting_crosses_the_turn_of_the_year(published, sentence, value):
    assert only(sentence, published).edtf == value


@pytest.mark.parametrize(
    ("published", "sentence", "value"),
    [
        ("2025-11-18~", "He spoke [[today]].", "2025-11-18~"),
        ("2025-11-18~", "He spoke [[last year]].", "2024"),
        ("2016-06", "He spoke [[today]].", "2016-06~"),
        ("2016-06", "He spoke [[last week]].", "2016-06~"),
        ("2016-06", "He spoke [[last month]].", "2016-05"),
        ("2016-06", "He spoke [[recently]].", "2016-06~"),
        ("2016", "He spoke [[last year]].", "2015"),
        ("2016", "He spoke on [[3 May]].", "2016-05-03"),
    ],
)
def test_a_publication_gives_what_its_precision_allows(published, sentence, value):
    assert only(sentence, published).edtf == value


@pytest.mark.parametrize("words", ["on Tuesday", "three weeks ago", "last weekend"])
def test_a_publication_known_to_the_year_counts_no_days(words):
    assert found(f"He spoke {words}.", "2016") == []


@pytest.mark.parametrize("published", [None, "", "soon", "2018/..", "199X"])
def test_an_unusable_publication_leaves_only_stated_dates(published):
    sentence = "He spoke yesterday, last year, on 3 May, recently, and on 5 June 2014."
    assert found(sentence, published) == [("5 June 2014", "2014-06-05")]


def test_a_bracketed_date_wins_over_the_words_before_it():
    mention = only("He spoke [[this morning (26 March)]], they say.", "2024-03-26")
    assert (mention.edtf, mention.basis, mention.rule) == ("2024-03-26", "stated", "bracketed-date")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They met in 1972. [[Two years later]] they parted.", "1974~"),
        ("They met in 1972. [[Half a century later]] they parted.", "2022~"),
        ("They met in March 1972. [[The following month]] they parted.", "1972-04"),
        ("They met on 3 May 1972 and parted [[the next day]].", "1972-05-04"),
        ("They met in March 1972 and parted [[later that year]].", "1972"),
        ("They met in March 1972 and had written [[the year before]].", "1971"),
    ],
)
def test_some_dates_are_counted_from_the_one_before(sentence, value):
    (_, last) = found(sentence)
    assert last == (MARKS.search(sentence)[1], value)


def test_nothing_is_counted_from_a_date_far_back():
    assert found("They met in 1972." + " And so on." * 60 + " Two years later they parted.") == [("1972", "1972")]


# Chinese, and other languages


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("会议于[[2019年6月17日]]举行。", "2019-06-17"),
        ("会议于[[二〇一九年六月十七日]]举行。", "2019-06-17"),
        ("会议于[[2019年6月]]举行。", "2019-06"),
        ("会议于[[2019年]]举行。", "2019"),
        ("会议于[[10月31日]]举行。", "2015-10-31"),
        ("会议[[去年]]举行。", "2014"),
        ("会议[[今年三月]]举行。", "2015-03"),
        ("會議[[昨日]]舉行。", "2015-11-03"),
        ("會議[[上個月]]舉行。", "2015-10"),
    ],
)
def test_chinese_dates_are_read(sentence, value):
    assert only(sentence).edtf == value


@pytest.mark.parametrize(
    ("sentence", "value", "rule"),
    [
        ("Signé le [[14 juillet 2015]] à Paris.", "2015-07-14", "foreign-date"),
        ("Firmado el [[21 de octubre de 2015]].", "2015-10-21", "foreign-date"),
        ("Done on [[the 21st day of October 2015]].", "2015-10-21", "unusual-date"),
        ("Filed [[2015 October 21]].", "2015-10-21", "unusual-date"),
    ],
)
def test_dateparser_reads_what_our_tables_do_not(sentence, value, rule):
    by_dateparser.cache_clear()
    mention = only(sentence)
    assert (mention.edtf, mention.rule) == (value, rule)
    assert by_dateparser.cache_info().misses == 1


def test_our_tables_need_no_dateparser():
    by_dateparser.cache_clear()
    assert found("On 21 October 2015, last Tuesday and in Q3 2014.")
    assert by_dateparser.cache_info().misses == 0


def test_dateparser_never_fills_in_what_the_span_leaves_out():
    assert by_dateparser("October 2015", "en") is None
    assert by_dateparser("21 October", "en") is None


# What is no date


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "May",
        "Theresa May may march to the capital.",
        "They may speak.",
        "He will march on, for a second time.",
        "April Jones and June Smith met Mr March.",
        "The Made in China 2025 plan and Vision 2030.",
        "The 2030 Agenda.",
        "It cost £2015, or $1999.",
        "More than 2000 attended; 2000 people cheered.",
        "It grew by 2,015 to 12,015.",
        "See page 1999 and No. 2010.",
        "The Huawei P30 and the A1990.",
        "A four-day visit, for three years, within 90 days.",
        "The man aged 45 stayed 12 months.",
        "Every Tuesday, each May and every year.",
        "On Tuesdays they rest.",
        "In recent years, over the past year, in the coming months.",
        "Several years ago and many years later.",
        "For the last five years it grew.",
        "The Mail on Sunday and the Sunday Times.",
        "The Good Friday Agreement.",
        "In today's world nobody knows.",
        "The talks ran day-today.",
        "He sat in the sun; we wed in spring water.",
        "On 31 February 2015 and 2015-13-45 and 32/13/2015.",
        "Since then, and until now.",
        "A quarter of them, in the second half.",
        "**Q1**: What is it?",
        "The code 2015-ab and item 1.2015.",
        "In 2199 or 3015 or 1066.",
        "https://example.org/2015/10/21/last-week",
    ],
)
def test_what_is_no_date_is_left_alone(sentence):
    assert found(sentence) == []


def test_a_bare_year_reaches_thirty_years_past_publication():
    assert found("by 2045") == [("2045", "2045")]
    assert found("by 2046") == []


# Any text


@given(
    st.text(alphabet="0123456789 -/.,()\n年月MayOctlasteryhdongwk'’–£一二", max_size=80),
    st.sampled_from([None, WEDNESDAY, "2016-06"]),
)
def test_spans_lie_in_order_and_values_are_edtf(text, published):
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        assert edtf.parse(mention.edtf).text == mention.edtf
        assert all(mention.start <= part.start < part.end <= mention.end for part in mention.parts)
        end = mention.end


@pytest.mark.parametrize("published", ["1800-01-01", "2100-12-31", "1800", "2100-12"])
def test_the_borders_of_the_calendar_hold(published):
    words = ", ".join(rule.example for rule in RULES)
    for mention in find_dates(words, published):
        assert edtf.parse(mention.edtf)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "A",
        "of ",
        "(",
        "'",
        '"',
        "May ",
        "last ",
        "the first ",
        "19-",
        "2015-",
        "1月",
        "\n",
        "[",
        "年",
        "early in ",
    ],
)
def test_time_is_linear_in_hostile_text(unit):
    """A guard, not a measure: quadratic work on such a text would take minutes; `make bench` tells the seconds."""
    text = (unit * 200_000)[:200_000]
    start = time.process_time()
    find_dates(text, WEDNESDAY)
    assert time.process_time() - start < 10
