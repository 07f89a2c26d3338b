"""What a publisher's page says around its articles, by class.

`ANYWHERE` are whole lines that no article writes about itself, so they are recognised between paragraphs too.
`AT_THE_EDGE` could be prose ("The museum's mission is to …"), so they count only above the first or below the last
paragraph of the article.
"""

from __future__ import annotations

import re

_LONGEST_ANYWHERE = 160

_ANYWHERE = {
    "advertisement": r"(?:advertisement|advertising|sponsored(?: content)?|ad|anzeige|publicidad|publicité)\W*$"
    r"|(?:story |article )?continues? (?:below|after) (?:this )?(?:ad|advert)",
    "sharing": r"(?:share|tweet|pin|email|print)(?: (?:this|on|via|with|the)\b[^.!?“\"]*)?[.!]?$"
    r"|click to share\b|copy link$|share$|(?:facebook|twitter|whatsapp|linkedin|reddit|email|e-mail|print|copy link|x)"
    r"(?:[\s,|·•/]+(?:facebook|twitter|whatsapp|linkedin|reddit|email|e-mail|print|copy link|x))*$",
    "following": r"(?:follow|like|join|find) (?:us|@\w+|the \w+(?: \w+){0,3}) on\b|follow @\w+\W*$|follow (?-i:[A-Z][\w.’'-]+ ){1,4}on (?:twitter|x|facebook|instagram|bluesky|threads)\b|join (?:our|the) (?:whatsapp|telegram)",
    "newsletter": r"(?:sign up|subscribe|register)(?: now| today| here)?(?: (?:for|to|with) (?:our|the|free|a|my|\w+['’]s)\b|$|[.!]$)"
    r"|get (?:the|our|all the) (?:latest|top|best|day['’]s)\b[^.“\"]*(?:inbox|newsletter|email|phone)"
    r"|(?:enter|your) (?:your )?e?-?mail(?: address)?\W*$",
    "more to read": r"(?:read more|read also|also read|read next|see also|related|related (?:stories|articles|topics|content)"
    r"|recommended|more on this(?: story)?|more stories|you may also like|more from|most (?:read|popular)|don['’]t miss|trending|watch|listen|in pictures"
    r"|up next|what to read next|lire aussi|lesen sie auch|leer más)(?:\s*[:|›»>—–-]|$)",
    "cookies": r"(?:we|this (?:web ?)?site|our partners)(?: and our partners)? uses? cookies\b|accept (?:all )?cookies|cookie (?:policy|settings|notice)|manage (?:your )?(?:cookies|preferences)",
    "rights": r"(?:©|\(c\)\s|copyright\b[\s©(c)]*\d{4}|all rights reserved)",
    "comments": r"(?:\d+ )?comments?(?: \(\d+\))?$|(?:leave|post|add) a (?:comment|reply)|(?:view|show|read|join the) (?:all )?(?:\d+ )?(?:comments|conversation)|reply$",
    "navigation": r"(?:skip to (?:main )?content|back to top|menu|search|home|log ?in|sign in|subscribe|next article|previous article|load more|show more|loading)\W*$",
    "picture": r"image (?:source|caption|credit|copyright)\b",
    "credit": r"\(?(?:photos?|images?|pictures?|photographs?|photo credit|image credit|credits?|video|illustration|graphic|getty images|file photo|foto)(?: courtesy)?(?: credit)?(?: by|:)\s*\S[^.!?]{0,100}[.)]*$"
    r"|[\w .&’'-]{2,50}(?: via|/)\s?(?:getty images|afp|ap|reuters|shutterstock|epa|bloomberg)\)?\.?$|\(?(?:ap|reuters|afp) photo\b[^.!?]{0,60}$",
    "credits": r"\(?(?:additional |further )?(?:reporting|writing|editing|translation|compiled|edited|produced|research"
    r"|photography|photographs?|graphics?|video)(?: and (?:writing|editing|reporting))? by (?-i:[A-Z])",
    "translation": r"translated(?: from [\w ]{2,30})? by [^.:“\"]{3,60}$",
    "length": r"\d{1,2}[ -]min(?:ute)?s?(?: read| to read)\b|reading time\b",
}

_AT_THE_EDGE = {
    "mission": r"[^.“”\"]{2,60}(?:['’]s)? (?:mission|purpose|aim|goal) is to\b|(?:our|the) mission\b",
    "about": r"about (?:us|the author|the authors|this (?:story|article|site)|[A-Z][\w’' ]{2,40})$"
    r"|[^.“”\"]{2,60} is an? (?:[^\s,]+[ ,]+){0,6}(?:newspaper|news (?:site|agency|outlet|organi[sz]ation|website|service)"
    r"|newsroom|magazine|broadcaster|weekly|daily|monthly)\b"
    r"|[^.“”\"]{2,60} is (?:an? |the )?(?:[^\s,]+[ ,]+){0,6}(?:journalist|reporter|correspondent|columnist|editor"
    r"|staff writer|fellow|contributor) (?:at|for|of|with|in|based|who covers)\b"
    r"|[^.“”\"]{2,60} (?:covers|reports on|writes about) [^.“”\"]{3,60} for\b",
    "authors": r"(?:[A-Z][\w.’'-]+[ ,]+(?:and )?){2,12}(?:also )?contributed (?:reporting|to this (?:report|story|article|piece))\b"
    r"|(?:[A-Z][\w.’'-]+[ ,]+(?:and )?){1,8}reported from (?-i:[A-Z])|\(?h/t\b|@\w{2,30}\.?$",
    "elsewhere": r"read the (?:rest|full|original|whole)\b|(?:listen to|watch) [^.“”\"]{3,80} (?:below|here|above)\W*$",
    "origin": r"(?:this|the) (?:article|story|piece|post|column|interview|report)\b[^.“”\"]{0,40}\b(?:was|is|has been|first|originally) [^.“”\"]{0,40}\b(?:published|appeared|republished|produced|updated|corrected|written|translated|part of)\b"
    r"|(?:originally|first) (?:published|appeared|posted)|reprinted|republished (?:from|with|under)|via$",
    "contact": r"(?:visit|contact|e?-?mail|write to|call|reach|to (?:contact|reach|learn|find out|subscribe|donate)|for more (?:information|news|stories)|if you have (?:a|any)|have (?:a|you got a) (?:tip|story)|got a (?:tip|story)|send (?:us|your))\b.{0,200}(?:https?://|www\.|@|\bhere\b|newsroom|editor|website|phone)",
    "support": r"(?:support|donate|become a (?:member|subscriber|supporter)|please consider|help us|if you (?:like|enjoy|value)|your support|independent journalism)\b",
    "views": r"(?:the )?(?:views?|opinions?) (?:expressed|stated)\b|(?:any )?views expressed",
    "tags": r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|sections?|in this (?:story|article))\s*:",
    "terms": r"(?:terms (?:of|and)|privacy (?:policy|notice)|do not sell|code of ethics|editorial (?:policy|standards)|disclaimer|corrections?)\b",
    "correction": r"(?:correction|clarification|editor['’]s note|note to (?:readers|editors))\s*[:—–-]",
    "wire": r"(?:end|ends|endit|###|--?30--?|\*{3,}|—ends?—)\W*$",
}


def _compile(classes: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in classes.values()), re.IGNORECASE)


_ANYWHERE_PATTERN = _compile(_ANYWHERE)
_EDGE_PATTERN = _compile(_AT_THE_EDGE)
_LIST_LABEL = re.compile(
    r"(?:related |more )?(?:topics?|tags?|stories|articles|content|links)\W*|(?:media |press )?contacts?(?: details)?\W*",
    re.IGNORECASE,
)
_HOME_PAGE = re.compile(
    r"\b(?:visit|go to|find us at|more at)\b:?\s(?:us at\s)?(?:https?://|www\.)[^\s/]+/?\.?$", re.IGNORECASE
)
_SEES = 400
"""Code points of a line that are looked at: a class shows at its beginning."""
_REPORTING = re.compile(r"[“\"].*\b(?:said|says|told)\b|\b(?:he|she|they|police|officials) (?:said|says)\b")


def is_list_label(words: str) -> bool:
    """Whether a line heads a list of tags, links or contacts at the end of a page."""
    return _LIST_LABEL.fullmatch(words) is not None


def is_boilerplate_anywhere(words: str) -> bool:
    """Whether a line is the page's and not the article's, wherever it stands; a mere rule is the page's too."""
    if not any(map(str.isalnum, words)):
        return True
    return len(words) <= _LONGEST_ANYWHERE and _ANYWHERE_PATTERN.match(words) is not None


def is_boilerplate_at_edge(words: str) -> bool:
    """Whether a line before the first or after the last paragraph is the page's."""
    start = words[:_SEES]
    if _ANYWHERE_PATTERN.match(start) or _HOME_PAGE.search(words[-_SEES:]):
        return True
    return _EDGE_PATTERN.match(start) is not None and not _REPORTING.search(start)
