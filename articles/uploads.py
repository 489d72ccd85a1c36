"""How large may a posted form with files be? Django bounds the fields; what files add is bounded here."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.urls import reverse


class BoundedUpload(FileUploadHandler):
    """Refuses a request that is too large before any of it is read; the files are left to the next handlers."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > _limit(self.request):
            raise RequestDataTooBig("The upload is too large.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None


def _limit(request) -> int:
    """Bytes. Documents are uploaded on one page alone."""
    takes_documents = request.path == reverse("admin:articles_document_add")
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE + (settings.UPLOAD_LIMIT if takes_documents else 0)
