"""Fill a scratch database, serve it as in production, and time whole responses against a bare view.

All pages are asked in turn, round after round, by one reader; the table gives medians and their ratio to
the bare view of the same run, so a slow machine slows both. Nothing here passes or fails.
"""

import argparse
import http.client
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BARE = "bare view"
PAGES = {
    BARE: "/healthz",
    "timeline": "/",
    "one actor": "/?actor=actor-000",
    "one theme": "/?theme=theme-00",
    "five years": "/?from=2015&to=2019",
    "text search": "/?q=nuclear+investment",
    "page 50": "/?page=50",
    "CSV, all events": "/events.csv",
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the pages with many events.")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        environment = _environment(Path(folder))
        _manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        few, many = (_database(environment, Path(folder), number) for number in (10, options.events))
        queries = {10: _queries(few, many=False), options.events: _queries(many, many=True)}
        with _Server(many) as server:
            memory = server.memory_of("/events.csv")
            timings = server.interleaved(options.rounds)
    _print(timings, queries, memory)


def _environment(folder: Path) -> dict[str, str]:
    """Production settings, but for the redirect to HTTPS, which no server of this run speaks."""
    return {
        **os.environ,
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "SECURE_SSL_REDIRECT": "false",
        "STATIC_ROOT": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def _database(environment: dict[str, str], folder: Path, events: int) -> dict[str, str]:
    environment = {**environment, "DATABASE_URL": f"sqlite:///{folder / f'{events}.sqlite3'}"}
    _manage(environment, "migrate", "--verbosity", "0")
    started = time.perf_counter()
    _manage(environment, "shell", "--no-imports", "-c", f"from tests.bench.fill import fill; fill({events})")
    print(f"{events} events stored in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return environment


def _manage(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def _queries(environment: dict[str, str], *, many: bool) -> dict[str, int]:
    """How many statements each page asks of the database; ten events have no page 50, so they are asked for page 1."""
    paths = list(PAGES.values()) if many else [path.replace("page=50", "page=1") for path in PAGES.values()]
    code = f"from tests.bench.queries import count; count({paths!r})"
    counts = _manage(environment, "shell", "--no-imports", "-c", code).split()
    return dict(zip(PAGES, map(int, counts), strict=True))


class _Server:
    """One gunicorn worker on loopback; ``with`` starts and ends it."""

    def __init__(self, environment: dict[str, str]):
        self.environment, self.port = environment, _free_port()

    def __enter__(self) -> "_Server":
        command = f"-m gunicorn config.wsgi --bind 127.0.0.1:{self.port} --workers 1 --no-control-socket"
        self.process = subprocess.Popen([sys.executable, *command.split()], cwd=ROOT, env=self.environment)
        for _ in range(100):
            try:
                self.get("/healthz")
                return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("The server did not start.")

    def __exit__(self, *exception) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def get(self, path: str) -> tuple[float, int]:
        """Seconds until the last byte, and the bytes, of one whole answer."""
        started = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status != 200:
            raise SystemExit(f"{path} answered {response.status}")
        return time.perf_counter() - started, len(body)

    def interleaved(self, rounds: int) -> dict[str, list[tuple[float, int]]]:
        timings: dict[str, list[tuple[float, int]]] = {name: [] for name in PAGES}
        for path in PAGES.values():
            self.get(path)
        for _ in range(rounds):
            for name, path in PAGES.items():
                timings[name].append(self.get(path))
        return timings

    def memory_of(self, path: str) -> tuple[float, float]:
        """MiB that the worker holds when idle, and at the peak of answering ``path``."""
        pids = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        worker = Path("/proc") / pids[0]
        self.get("/")  # idle is a worker that has answered a reader, not one that has loaded nothing yet
        (worker / "clear_refs").write_text("5")  # the peak is counted anew from here
        idle = _status(worker, "VmRSS")
        self.get(path)
        return idle, _status(worker, "VmHWM")


def _status(process: Path, field: str) -> float:
    line = next(line for line in (process / "status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _print(timings, queries: dict[int, dict[str, int]], memory: tuple[float, float]) -> None:
    few, many = sorted(queries)
    bare = statistics.median(seconds for seconds, _ in timings[BARE])
    print(
        f"{'page':18}{'median ms':>10}{'times bare':>11}{'KiB sent':>10}{f'queries, {few}':>13}{f'queries, {many}':>15}"
    )
    for name, rounds in timings.items():
        median = statistics.median(seconds for seconds, _ in rounds)
        print(f"{name:18}{1000 * median:10.1f}{median / bare:11.1f}{rounds[0][1] / 1024:10.1f}"
              f"{queries[few][name]:13}{queries[many][name]:15}")  # fmt: skip
    print(f"CSV: {memory[1] - memory[0]:.1f} MiB above idle ({memory[0]:.0f} MiB)")


if __name__ == "__main__":
    main()
