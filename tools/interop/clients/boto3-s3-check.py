"""Goes through the local cloud's S3 with boto3, by what AWS documents. Called by ../boto3-s3.mjs, which says where it is."""

import sys
import traceback

from model_check import HELD
from s3_checks import access, buckets, copies, listings, multipart, objects, settings, signed, unserved, versions
from s3_checks.common import CHECKS

assert all((access, buckets, copies, listings, multipart, objects, settings, signed, versions, unserved))

failed = 0
for function in sorted(CHECKS, key=lambda one: one.__module__ == unserved.__name__):
    try:
        function()
        print(f"ok      {function.__name__}")
    except Exception as error:  # every check is to be heard, whatever it fails with
        failed += 1
        line = traceback.extract_tb(error.__traceback__)[1].lineno
        message = str(error).replace("\n", " ")
        print(f"FAILED  {function.__name__}: line {line}: {type(error).__name__}: {message}")
print(f"{sum(HELD.values())} answers of {len(HELD)} operations fit botocore's model")
sys.exit(1 if failed else 0)
