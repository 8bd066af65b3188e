"""The peer's side of ``landscape.py``: runs in red-dwarf's own environment, one thread, on a file of votes."""

from __future__ import annotations

import json
import resource
import sys
import time

import numpy as np
from reddwarf.implementations.base import run_pipeline

if __name__ == "__main__":
    given = np.load(sys.argv[1])
    rows = zip(given["participants"].tolist(), given["statements"].tolist(), given["values"].tolist(), strict=True)
    votes = [{"participant_id": p, "statement_id": s, "vote": v} for p, s, v in rows]
    out = [int(one) for one in given["moderated"]]
    seconds = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        run_pipeline(votes=votes, mod_out_statement_ids=out)
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))
