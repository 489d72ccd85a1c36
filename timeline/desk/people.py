"""Which accounts are left as they are? The one that signs the reference events belongs to nobody, and stays so."""

from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm

from timeline.seeding import SERVICE_ACCOUNT


def _refuse_service_account(form, field: str, *names: str) -> None:
    if SERVICE_ACCOUNT in [name.lower() for name in names]:
        form.add_error(
            field, f"“{SERVICE_ACCOUNT}” signs the reference events. Nobody signs in with it, so it stays as it is."
        )


class PersonForm(UserChangeForm):
    def clean(self):
        cleaned = super().clean()
        _refuse_service_account(self, "username", self.instance.username, cleaned.get("username", ""))
        return cleaned


class NewPersonForm(AdminUserCreationForm):
    def clean(self):
        cleaned = super().clean()
        _refuse_service_account(self, "username", cleaned.get("username", ""))
        return cleaned


class PasswordForm(AdminPasswordChangeForm):
    def clean(self):
        cleaned = super().clean()
        _refuse_service_account(self, "password1", self.user.username)
        return cleaned
