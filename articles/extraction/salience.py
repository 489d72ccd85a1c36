"""Is the document about the event, or does it tell it in passing?"""

import re
from datetime import timedelta

from articles import edtf

from .attachment import Background
from .drafts import Draft
from .model import Salience

NEAR = timedelta(days=45)
WORD = re.compile(r"[a-z]{4,}")


def judge(draft: Draft, background: Background, *, leading: bool, title: str, words: str) -> Salience:
    """Main: of the days around publication, and early in the text or in its title."""
    if not _is_near(draft.dating.edtf, background.published):
        return "background"
    shared = len(set(WORD.findall(title.lower())) & set(WORD.findall(words.lower())))
    return "main" if leading or shared >= 2 or draft.kind not in ("statement",) else "background"


def _is_near(date: str | None, published: str | None) -> bool:
    if date is None or published is None:
        return False
    try:
        event, appeared = edtf.parse(date), edtf.parse(published)
    except edtf.EdtfError:
        return False
    if not (event.first_day and event.last_day and appeared.first_day and appeared.last_day):
        return False
    return event.first_day <= appeared.last_day + 4 * NEAR and event.last_day >= appeared.first_day - NEAR
