"""May an actor be called so? A name of two actors leads a text, and a curator who types it, to neither.

Two may share an alias only where both need a supporting word beside it.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from timeline.models import Actor


class ActorNameForm(forms.ModelForm):
    def clean_name(self):
        name = self.cleaned_data["name"]
        _refuse(name, _called(name), but=self.instance.pk)
        return name


class AliasForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        if alias := cleaned.get("alias"):
            try:
                _refuse(alias, _called(alias, in_context=cleaned["needs_context"]), but=self.instance.actor_id)
            except ValidationError as error:
                self.add_error("alias", error)
        return cleaned


def _called(name: str, *, in_context: bool = False) -> Q:
    """Actors with this name or alias; of aliases those that clash with one that counts only ``in_context``."""
    alias = Q(aliases__alias__iexact=name)
    return Q(name__iexact=name) | (alias & Q(aliases__needs_context=False) if in_context else alias)


def _refuse(name: str, called: Q, *, but: int | None) -> None:
    other = Actor.objects.filter(called).exclude(pk=but).first()
    if other:
        raise ValidationError(
            f"“{name}” is a name of “{other}” too. Two actors share an alias only if it needs context for both."
        )
