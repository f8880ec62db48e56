"""The yardstick of the benchmark `import`: pandas.read_csv. usage: read_csv.py FILE. Prints one JSON object."""
import json
import sys
import time

import pandas

start = time.perf_counter()
rows = len(pandas.read_csv(sys.argv[1]))
print(json.dumps({"rows": rows, "seconds": time.perf_counter() - start}))
