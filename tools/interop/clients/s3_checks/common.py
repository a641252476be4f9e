"""What the checks share: clients of a region, buckets of their own, and what they assert with."""

import itertools
import json
import sys
import urllib.error
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from s3_model_check import check_against_s3_model

SETTINGS = json.loads(sys.argv[1])
ACCOUNTS = SETTINGS["accounts"]
HOME, IRELAND, SYDNEY = REGIONS = ("us-east-1", "eu-west-1", "ap-southeast-2")
CHECKS = []

numbers = itertools.count(1)


def check(function):
    CHECKS.append(function)
    return function


def arguments(account=0, region=IRELAND, endpoint=None, key=None, secret=None, token=None, config=None, **s3):
    """What a client, or a resource, is made with."""
    credentials = ACCOUNTS[account]["credentials"]
    return {
        "region_name": region,
        "endpoint_url": endpoint or SETTINGS["url"],
        "aws_access_key_id": key or credentials["accessKeyId"],
        "aws_secret_access_key": secret or credentials["secretAccessKey"],
        "aws_session_token": credentials.get("sessionToken") if token is None else token,
        "config": Config(retries={"total_max_attempts": 1, "mode": "standard"}, s3=s3 or None, **(config or {})),
    }


def client(**given):
    made = boto3.client("s3", **arguments(**given))
    check_against_s3_model(made)
    return made


def resource(**given):
    return boto3.resource("s3", **arguments(**given))


def bucket(s3, **more):
    """A new bucket in the region of the client."""
    name = f"bucket-{next(numbers)}"
    region = s3.meta.region_name
    if region != HOME:
        more["CreateBucketConfiguration"] = {"LocationConstraint": region}
    s3.create_bucket(Bucket=name, **more)
    return name


def put_all(s3, name, keys):
    for key in keys:
        s3.put_object(Bucket=name, Key=key, Body=b"-")


def error_of(call, **given):
    try:
        call(**given)
    except ClientError as error:
        return error.response
    raise AssertionError(f"no error of {given}")


def code_of(call, **given):
    try:
        call(**given)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def fetch(url, method="GET", data=None, headers=None):
    """What a program without an SDK gets: the status, the headers and the bytes."""
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()
