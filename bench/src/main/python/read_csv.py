"""The yardstick of the benchmark `import`: pandas.read_csv, with the threads that it takes and with one alone (from pandas 3.1 on it
takes all cores). usage: read_csv.py FILE. Prints one JSON object."""
import json
import sys
import time

import pandas


def read():
    start = time.perf_counter()
    rows = len(pandas.read_csv(sys.argv[1]))
    return rows, time.perf_counter() - start


rows, seconds = read()
try:
    pandas.set_option("mode.max_threads", 1)
    seconds_of_one_thread = read()[1]
except pandas.errors.OptionError:  # pandas before 3.1 has one thread
    seconds_of_one_thread = seconds
print(json.dumps({"rows": rows, "seconds": seconds, "seconds_of_one_thread": seconds_of_one_thread}))
