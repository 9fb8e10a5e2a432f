"""Time and peak memory to plan 5,000 and 100,000 people, from the bytes of the register's files to the plan; it grows in proportion."""
import json
import subprocess
import sys

from results import record

PEOPLE, RUNS = (5_000, 100_000), 5


def measure(program, people):
    """The best of some runs, each in a process of its own: what else the machine does only ever adds."""
    runs = [json.loads(subprocess.run([*program, str(people)], check=True, capture_output=True).stdout) for _ in range(RUNS)]
    return {name: round(min(run[name] for run in runs), 1) for name in runs[0]}


def main():
    small, large = (measure(sys.argv[1:], people) for people in PEOPLE)
    empty = measure(sys.argv[1:], 10)
    times = PEOPLE[1] / PEOPLE[0]
    ratio = {
        "people": times,
        "time": round(large["milliseconds"] / small["milliseconds"], 2),
        "allocated": round(large["allocatedMegabytes"] / small["allocatedMegabytes"], 2),
        "peak": round((large["peakMegabytes"] - empty["peakMegabytes"]) / (small["peakMegabytes"] - empty["peakMegabytes"]), 2),
    }
    for one in (small, large):
        print(f"plan {one['people']:.0f} people: {one['milliseconds']} ms, peak {one['peakMegabytes']} MB (an idle process: {empty['peakMegabytes']} MB), {one['changes']:.0f} changes")
    print(f"plan: {times:.0f} times the people take {ratio['time']} times the time, {ratio['allocated']} times the allocations and {ratio['peak']} times the memory above an idle process")
    record("plan", {str(PEOPLE[0]): small, str(PEOPLE[1]): large, "idle": empty, "ratio": ratio})


main()
