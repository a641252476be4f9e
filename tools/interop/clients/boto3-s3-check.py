"""Goes through the local cloud's S3 with boto3, by what AWS documents. Called by ../boto3-s3.mjs, which says where it is."""

import io
import json
import os
import sys
import urllib.error
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from model_check import HELD, check_against_model

SETTINGS = json.loads(sys.argv[1])
ACCOUNTS = SETTINGS["accounts"]
CHECKS = []
MIB = 1024 * 1024


def check(function):
    CHECKS.append(function)
    return function


def client(account=0, region="eu-west-1", endpoint=None, **config):
    credentials = ACCOUNTS[account]["credentials"]
    made = boto3.client(
        "s3",
        region_name=region,
        endpoint_url=endpoint or SETTINGS["url"],
        aws_access_key_id=credentials["accessKeyId"],
        aws_secret_access_key=credentials["secretAccessKey"],
        config=Config(retries={"total_max_attempts": 1, "mode": "standard"}, signature_version="s3v4", **config),
    )
    check_against_model(made)
    return made


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def bucket(name):
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    return name


s3 = client()


@check
def buckets_live_in_one_region():
    name = bucket("boto-regions")
    listed = s3.list_buckets(BucketRegion="eu-west-1", Prefix="boto-re")["Buckets"]
    equal([(one["Name"], one["BucketRegion"]) for one in listed], [(name, "eu-west-1")])
    equal(s3.head_bucket(Bucket=name)["BucketRegion"], "eu-west-1")
    equal(s3.get_bucket_location(Bucket=name)["LocationConstraint"], "eu-west-1")
    # boto3 finds the region by itself, from a 400 and from a 301.
    equal(client(region="us-east-1").list_objects_v2(Bucket=name)["KeyCount"], 0)
    equal(code_of(client(account=1).head_bucket, Bucket=name), "403")
    equal(code_of(s3.head_bucket, Bucket="boto-nobodys"), "404")
    equal(code_of(client(region="us-west-2", endpoint=SETTINGS["named"]).list_objects, Bucket=name) != "no error", True)
    s3.delete_bucket(Bucket=name)


@check
def objects_come_back():
    name = bucket("boto-objects")
    for key in ("a b", "a+b", "ä/🍵", "x/\x01y", "100%"):
        s3.put_object(Bucket=name, Key=key, Body=key.encode(), Metadata={"k": "v"}, Tagging="a=1")
        got = s3.get_object(Bucket=name, Key=key)
        equal((got["Body"].read(), got["Metadata"], got["TagCount"]), (key.encode(), {"k": "v"}, 1))
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=name, PaginationConfig={"PageSize": 2})
    equal([one["Key"] for page in pages for one in page["Contents"]], ["100%", "a b", "a+b", "x/\x01y", "ä/🍵"])
    equal(s3.list_objects(Bucket=name, Delimiter="/")["CommonPrefixes"], [{"Prefix": "x/"}, {"Prefix": "ä/"}])
    s3.copy({"Bucket": name, "Key": "a b"}, name, "copy")
    equal(s3.get_object(Bucket=name, Key="copy", Range="bytes=0-0")["Body"].read(), b"a")
    gone = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": key} for key in ("a b", "100%", "copy")]})
    equal(len(gone["Deleted"]), 3)
    # XML 1.0 has no such character, and boto3 sends it as it is.
    equal(code_of(s3.delete_objects, Bucket=name, Delete={"Objects": [{"Key": "x/\x01y"}]}), "MalformedXML")
    equal(code_of(s3.get_object, Bucket=name, Key="copy"), "NoSuchKey")
    equal(code_of(s3.put_object, Bucket=name, Key="a+b", Body=b"", IfNoneMatch="*"), "PreconditionFailed")


@check
def large_objects_go_in_parts():
    name = bucket("boto-parts")
    body = os.urandom(20 * MIB)
    s3.upload_fileobj(io.BytesIO(body), name, "large")
    into = io.BytesIO()
    s3.download_fileobj(name, "large", into)
    equal(into.getvalue() == body, True)
    attributes = s3.get_object_attributes(Bucket=name, Key="large", ObjectAttributes=["ETag", "Checksum", "ObjectParts", "ObjectSize", "StorageClass"])
    equal((attributes["ObjectSize"], attributes["ObjectParts"]["TotalPartsCount"]), (20 * MIB, 3))
    upload = s3.create_multipart_upload(Bucket=name, Key="copy")["UploadId"]
    at = {"Bucket": name, "Key": "copy", "UploadId": upload}
    part = s3.upload_part_copy(**at, PartNumber=1, CopySource=f"{name}/large", CopySourceRange=f"bytes=0-{5 * MIB - 1}")
    other = s3.upload_part(**at, PartNumber=2, Body=b"end")
    equal([one["PartNumber"] for one in s3.list_parts(**at)["Parts"]], [1, 2])
    equal([one["Key"] for one in s3.list_multipart_uploads(Bucket=name)["Uploads"]], ["copy"])
    parts = [{"PartNumber": 1, "ETag": part["CopyPartResult"]["ETag"]}, {"PartNumber": 2, "ETag": other["ETag"]}]
    s3.complete_multipart_upload(**at, MultipartUpload={"Parts": parts})
    equal(s3.get_object(Bucket=name, Key="copy", PartNumber=2)["Body"].read(), b"end")
    ended = s3.create_multipart_upload(Bucket=name, Key="never")["UploadId"]
    s3.abort_multipart_upload(Bucket=name, Key="never", UploadId=ended)


@check
def versions_are_kept():
    name = bucket("boto-versions")
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    equal(s3.get_bucket_versioning(Bucket=name)["Status"], "Enabled")
    first = s3.put_object(Bucket=name, Key="k", Body=b"1")["VersionId"]
    s3.put_object(Bucket=name, Key="k", Body=b"2")
    marker = s3.delete_object(Bucket=name, Key="k")
    equal(marker["DeleteMarker"], True)
    listed = s3.list_object_versions(Bucket=name)
    equal((len(listed["Versions"]), len(listed["DeleteMarkers"])), (2, 1))
    equal(s3.get_object(Bucket=name, Key="k", VersionId=first)["Body"].read(), b"1")


@check
def settings_come_back():
    name = bucket("boto-settings")
    at = {"Bucket": name}
    cors = [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": 5}]
    s3.put_bucket_cors(**at, CORSConfiguration={"CORSRules": cors})
    equal(s3.get_bucket_cors(**at)["CORSRules"], cors)
    rules = [{"ID": "r", "Status": "Enabled", "Filter": {"And": {"Prefix": "a", "Tags": [{"Key": "k", "Value": "v"}]}}, "Expiration": {"Days": 1}}]
    s3.put_bucket_lifecycle_configuration(**at, LifecycleConfiguration={"Rules": rules})
    equal(s3.get_bucket_lifecycle_configuration(**at)["Rules"], rules)
    s3.put_bucket_website(**at, WebsiteConfiguration={"IndexDocument": {"Suffix": "i.html"}, "ErrorDocument": {"Key": "e.html"}})
    equal(s3.get_bucket_website(**at)["ErrorDocument"], {"Key": "e.html"})
    s3.put_bucket_logging(**at, BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": name, "TargetPrefix": "l/"}})
    equal(s3.get_bucket_logging(**at)["LoggingEnabled"]["TargetPrefix"], "l/")
    topic = {"TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Events": ["s3:ObjectCreated:*"], "Id": "n"}
    s3.put_bucket_notification_configuration(**at, NotificationConfiguration={"TopicConfigurations": [topic]})
    equal(s3.get_bucket_notification_configuration(**at)["TopicConfigurations"], [topic])
    s3.put_bucket_tagging(**at, Tagging={"TagSet": [{"Key": "k", "Value": "v"}]})
    equal(s3.get_bucket_tagging(**at)["TagSet"], [{"Key": "k", "Value": "v"}])
    key = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "arn:aws:kms:eu-west-1:111122223333:key/k"}
    s3.put_bucket_encryption(**at, ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": key}]})
    equal(s3.put_object(**at, Key="k", Body=b"")["ServerSideEncryption"], "aws:kms")
    s3.delete_bucket_encryption(**at)
    equal(s3.get_bucket_encryption(**at)["ServerSideEncryptionConfiguration"]["Rules"][0]["ApplyServerSideEncryptionByDefault"], {"SSEAlgorithm": "AES256"})
    s3.put_bucket_request_payment(**at, RequestPaymentConfiguration={"Payer": "Requester"})
    equal(s3.get_bucket_request_payment(**at)["Payer"], "Requester")
    for take in (s3.delete_bucket_cors, s3.delete_bucket_lifecycle, s3.delete_bucket_website, s3.delete_bucket_tagging):
        take(**at)
    equal(code_of(s3.get_bucket_cors, **at), "NoSuchCORSConfiguration")


@check
def owners_say_who_may():
    name = bucket("boto-access")
    at = {"Bucket": name}
    s3.put_object(**at, Key="k", Body=b"x")
    equal([one["Permission"] for one in s3.get_bucket_acl(**at)["Grants"]], ["FULL_CONTROL"])
    equal(code_of(s3.put_bucket_acl, **at, ACL="private"), "AccessControlListNotSupported")
    s3.put_bucket_ownership_controls(**at, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]})
    equal(s3.get_bucket_ownership_controls(**at)["OwnershipControls"]["Rules"], [{"ObjectOwnership": "ObjectWriter"}])
    s3.put_public_access_block(**at, PublicAccessBlockConfiguration={"BlockPublicAcls": False})
    s3.put_object_acl(**at, Key="k", ACL="public-read")
    equal(len(s3.get_object_acl(**at, Key="k")["Grants"]), 2)
    equal(urllib.request.urlopen(f"{SETTINGS['url']}/{name}/k").read(), b"x")
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNTS[1]["id"]}, "Action": "s3:ListBucket", "Resource": f"arn:aws:s3:::{name}"}]}
    s3.put_bucket_policy(**at, Policy=json.dumps(policy))
    equal(json.loads(s3.get_bucket_policy(**at)["Policy"]), policy)
    equal(s3.get_bucket_policy_status(**at)["PolicyStatus"], {"IsPublic": False})
    equal(client(account=1).list_objects_v2(**at)["KeyCount"], 1)
    s3.delete_bucket_policy(**at)
    s3.delete_public_access_block(**at)
    s3.delete_bucket_ownership_controls(**at)


@check
def tags_and_archives():
    name = bucket("boto-tags")
    at = {"Bucket": name, "Key": "k"}
    s3.put_object(**at, Body=b"x", StorageClass="DEEP_ARCHIVE")
    s3.put_object_tagging(**at, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    equal(s3.get_object_tagging(**at)["TagSet"], [{"Key": "a", "Value": "b"}])
    s3.delete_object_tagging(**at)
    equal(code_of(s3.get_object, **at), "InvalidObjectState")
    s3.restore_object(**at, RestoreRequest={"Days": 2, "GlacierJobParameters": {"Tier": "Bulk"}})
    equal(s3.get_object(**at)["Body"].read(), b"x")
    equal(s3.head_object(**at)["Restore"].startswith('ongoing-request="false"'), True)


@check
def presigned_urls_and_bodies_that_are_signed():
    name = bucket("boto-signed")
    url = s3.generate_presigned_url("put_object", Params={"Bucket": name, "Key": "k"})
    equal(urllib.request.urlopen(urllib.request.Request(url, data=b"x", method="PUT", headers={"content-type": ""})).status, 200)
    url = s3.generate_presigned_url("get_object", Params={"Bucket": name, "Key": "k"})
    equal(urllib.request.urlopen(url).read(), b"x")
    try:
        urllib.request.urlopen(url + "0")
        raise AssertionError("a changed signature was taken")
    except urllib.error.HTTPError as error:
        equal(error.code, 403)
    client(s3={"payload_signing_enabled": True}).put_object(Bucket=name, Key="k", Body=b"y" * 100_000)
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        s3.put_object(Bucket=name, Key="k", Body=io.BytesIO(b"z" * 100_000), ChecksumAlgorithm=algorithm)
        equal(f"Checksum{algorithm}" in s3.head_object(Bucket=name, Key="k", ChecksumMode="ENABLED"), True)


failed = 0
for function in CHECKS:
    try:
        function()
        print(f"ok      {function.__name__}")
    except Exception as error:  # every check is to be heard, whatever it fails with
        failed += 1
        print(f"FAILED  {function.__name__}: {type(error).__name__}: {error}")
print(f"{sum(HELD.values())} answers of {len(HELD)} operations fit botocore's model")
sys.exit(1 if failed else 0)
