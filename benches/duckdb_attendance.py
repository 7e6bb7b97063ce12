"""The same month judged by DuckDB: duckdb_attendance.py JOB PUNCHES parquet|csv THREADS

JOB holds job.sql and check.sql, PUNCHES the month as Parquet and, for csv, punches.csv with the columns person,time,device.
Prints a CHECK line and a RESULT line; what is measured is the job, reading its input included.
"""
import os
import resource
import sys
import time

import duckdb

job_dir, punches, source, threads = sys.argv[1:5]


def statements(name):
    text = open(os.path.join(job_dir, name)).read()
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return [part.strip() for part in kept.split(";") if part.strip()]


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


con = duckdb.connect()
con.execute(f"SET threads={threads}")
con.execute("SET preserve_insertion_order=false")
for table in ("punch", "person", "cal", "shift", "leave"):
    con.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{punches}/{table}.parquet')")
if source == "csv":
    con.execute("SET TimeZone='Asia/Shanghai'")
    con.execute(
        f"""CREATE OR REPLACE VIEW punch AS
        SELECT CAST(person AS INTEGER) AS pid,
               CAST(epoch(time) - epoch(TIMESTAMPTZ '2026-06-01 00:00:00+08:00') AS INTEGER) AS ts
          FROM read_csv('{punches}/punches.csv', header=true,
               columns={{'person': 'INTEGER', 'time': 'TIMESTAMPTZ', 'device': 'INTEGER'}})"""
    )
began, before = time.time(), cpu()
for statement in statements("job.sql"):
    con.execute(statement)
wall, spent = time.time() - began, cpu() - before
rows, units = (con.execute(statement).fetchone() for statement in statements("check.sql"))
print(
    f"CHECK rows={rows[0]} late={rows[1]} early={rows[2]} missing={rows[3]} first_in={rows[4]} last_out={rows[5]} "
    f"st={','.join(map(str, rows[6:]))} units={units[0]} digest={units[1]}"
)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"RESULT wall_s={wall:.3f} cpu_s={spent:.3f} peak_mb={peak}")
