"""The checks of ../boto3-s3-check.py, by what they are of."""
