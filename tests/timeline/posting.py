"""What a browser would post: the fields of a page's form as they stand in its HTML."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """Gathers the fields of the form that holds the field ``holding``. What stands in a <template> is no field."""

    def __init__(self, holding: str):
        super().__init__()
        self.holding, self.found, self.fields = holding, {}, {}
        self.asleep, self.select, self.area = 0, None, None

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        if tag == "form":
            self.fields = {}
        elif tag == "template":
            self.asleep += 1
        elif self.asleep or ("name" not in held and tag != "option"):
            return
        elif tag == "input" and (held.get("type") not in ("checkbox", "radio") or "checked" in held):
            self.fields.setdefault(held["name"], []).append(
                held.get("value", "on" if held.get("type") == "checkbox" else "")
            )
        elif tag == "select":
            self.select = held["name"]
        elif tag == "textarea":
            self.area = held["name"]
            self.fields[self.area] = [""]
        elif tag == "option" and self.select and (self.select not in self.fields or "selected" in held):
            self.fields[self.select] = [held["value"]]

    def handle_endtag(self, tag):
        if tag == "template":
            self.asleep -= 1
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None
            self.fields = {name: [value.removeprefix("\n") for value in values] for name, values in self.fields.items()}
        elif tag == "form" and self.holding in self.fields:
            self.found = self.fields

    def handle_data(self, data):
        if self.area and not self.asleep:
            self.fields[self.area][0] += data


def fields_of(response, *, holding="version", **changes) -> dict:
    """The form of the page as it would be posted, with these changes."""
    parser = _Form(holding)
    parser.feed(response.content.decode())
    assert parser.found, f"no form holds the field {holding}"
    return {**parser.found, **changes}
