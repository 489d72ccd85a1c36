"""What holds for every request: bounded queries, caching by who asks, no browser permissions."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
        "usb", "xr-spatial-tracking",
    )
)  # fmt: skip


def permissions_policy(get_response):
    """Deny every browser feature that asks for a permission: no page here needs one."""

    def middleware(request):
        response = get_response(request)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware


def bounded_query(get_response):
    """Refuse a query string of absurd size, and the NUL that PostgreSQL cannot take, before anything reads them."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if len(query) > settings.QUERY_MAX_BYTES:
            return _refuse(f"The address is too long: at most {settings.QUERY_MAX_BYTES} characters after the “?”.")
        if query.count("&") >= settings.QUERY_MAX_FIELDS:
            return _refuse(f"The address has too many parts: at most {settings.QUERY_MAX_FIELDS}.")
        if any("\0" in value for value in request.COOKIES.values()):
            return _refuse("A cookie holds a character that no cookie of this site has: delete it and try again.")
        if request.path.startswith("/admin/") and "%00" in query:
            return _refuse("The address holds a character that no address of the desk has.")
        return get_response(request)

    return middleware


def _refuse(sentence: str) -> HttpResponse:
    return HttpResponse(sentence + "\n", status=400, content_type="text/plain; charset=utf-8")


def caching(get_response):
    """Public pages may be stored but are checked each time; whatever a session sees is stored nowhere."""

    def middleware(request):
        response = get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
            response["Cache-Control"] = "private, no-store"
        else:
            response["Cache-Control"] = "public, max-age=0, must-revalidate"
        patch_vary_headers(response, ("Cookie", "HX-Request"))
        return response

    return middleware
