"""Themes: weighted terms, the kind as a prior, the hits as the reason."""

from articles.extraction import themes


def test_terms_of_the_passage_decide():
    chosen, terms = themes.score("statement", "Hackers attacked the network with malware.", "", "", {})

    assert chosen[0] == "cyber-security"
    assert "malware" in terms["cyber-security"]


def test_kind_speaks_where_words_do_not():
    assert themes.score("visit", "He came.", "", "", {})[0] == ("diplomacy",)


def test_document_speaks_where_the_passage_does_not():
    document = themes.of_document(["Uyghurs in Xinjiang suffer.", "Xinjiang is far away."])

    assert themes.score("warning", "He warned them.", "", "", document)[0] == ("xinjiang",)


def test_no_more_than_two_themes():
    text = "Trade, investment, energy, technology, health, steel and human rights."

    assert len(themes.score("statement", text, text, text, {})[0]) == themes.MOST


def test_empty_passage_has_a_theme_all_the_same():
    assert themes.score("sanction", "", "", "", {})[0] == ("diplomacy",)
