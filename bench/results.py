"""Keeps what the benches measure in artifacts/bench.json: each bench replaces its own part and leaves the others'."""
import json
from pathlib import Path

RESULTS = Path(__file__).resolve().parent.parent / "artifacts" / "bench.json"


def record(bench, measured):
    known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    known[bench] = measured
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n")
