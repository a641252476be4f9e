"""Who may do what: lists with and without object ownership, and policies."""

import json

from botocore import UNSIGNED

from .common import ACCOUNTS, SETTINGS, bucket, check, client, code_of, equal, fetch

ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers"
OPEN = {"BlockPublicAcls": False, "IgnorePublicAcls": False, "BlockPublicPolicy": False, "RestrictPublicBuckets": False}


def grants(answer):
    return sorted((one["Grantee"].get("ID") or one["Grantee"]["URI"], one["Permission"]) for one in answer["Grants"])


def statement(name, **more):
    every = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{name}/*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [{**every, **more}]})


@check
def lists_do_not_count_where_the_bucket_owner_has_all():
    s3 = client()
    name = bucket(s3)
    owner = s3.list_buckets()["Owner"]["ID"]
    [rule] = s3.get_bucket_ownership_controls(Bucket=name)["OwnershipControls"]["Rules"]
    equal(rule, {"ObjectOwnership": "BucketOwnerEnforced"})
    s3.put_object(Bucket=name, Key="a", Body=b"x", ACL="bucket-owner-full-control")
    for call, more in ((s3.put_object, {"Key": "a"}), (s3.put_object_acl, {"Key": "a"}), (s3.put_bucket_acl, {})):
        equal(code_of(call, Bucket=name, ACL="public-read", **more), "AccessControlListNotSupported")
    equal(grants(s3.get_bucket_acl(Bucket=name)), [(owner, "FULL_CONTROL")])
    equal(grants(s3.get_object_acl(Bucket=name, Key="a")), [(owner, "FULL_CONTROL")])


@check
def lists_that_a_bucket_begins_with():
    s3 = client()
    at_once = {"Bucket": "public-at-once", "ACL": "public-read", "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}}
    equal(code_of(s3.create_bucket, **at_once), "InvalidBucketAclWithObjectOwnership")
    equal(code_of(s3.create_bucket, **at_once, ObjectOwnership="ObjectWriter"), "InvalidBucketAclWithBlockPublicAccessError")
    equal(code_of(s3.head_bucket, Bucket="public-at-once"), "404")
    [rule] = s3.get_bucket_ownership_controls(Bucket=bucket(s3, ACL="private"))["OwnershipControls"]["Rules"]
    equal(rule, {"ObjectOwnership": "BucketOwnerPreferred"})


@check
def lists_of_buckets_and_objects():
    s3, other = client(), client(account=1)
    name = bucket(s3, ObjectOwnership="ObjectWriter")
    mine, theirs = (one.list_buckets()["Owner"]["ID"] for one in (s3, other))
    equal(code_of(s3.put_bucket_acl, Bucket=name, ACL="public-read"), "AccessDenied")
    s3.delete_public_access_block(Bucket=name)
    s3.put_object(Bucket=name, Key="a", Body=b"x", ACL="public-read")
    equal(grants(s3.get_object_acl(Bucket=name, Key="a")), sorted([(mine, "FULL_CONTROL"), (ALL_USERS, "READ")]))
    url = f"{SETTINGS['url']}/{name}/a"
    equal((fetch(url)[0], fetch(url)[2], other.get_object(Bucket=name, Key="a")["Body"].read()), (200, b"x", b"x"))
    equal(code_of(other.get_object_acl, Bucket=name, Key="a"), "AccessDenied")
    s3.put_object_acl(Bucket=name, Key="a", ACL="private")
    equal((fetch(url)[0], code_of(other.get_object, Bucket=name, Key="a")), (403, "AccessDenied"))
    s3.put_object_acl(Bucket=name, Key="a", GrantRead=f'id="{theirs}"')
    equal(other.get_object(Bucket=name, Key="a")["Body"].read(), b"x")
    policy = {"Owner": {"ID": mine}, "Grants": [{"Grantee": {"Type": "CanonicalUser", "ID": theirs}, "Permission": "READ_ACP"}]}
    s3.put_object_acl(Bucket=name, Key="a", AccessControlPolicy=policy)
    equal(grants(other.get_object_acl(Bucket=name, Key="a")), [(theirs, "READ_ACP")])
    equal(code_of(other.put_object, Bucket=name, Key="b", Body=b"x"), "AccessDenied")
    s3.put_bucket_acl(Bucket=name, GrantWrite=f"id={theirs}", GrantFullControl=f"id={mine}")
    other.put_object(Bucket=name, Key="b", Body=b"theirs")
    equal(code_of(s3.get_object, Bucket=name, Key="b"), "AccessDenied")
    other.put_object_acl(Bucket=name, Key="b", ACL="bucket-owner-full-control")
    equal(s3.get_object(Bucket=name, Key="b")["Body"].read(), b"theirs")
    equal(code_of(s3.put_object, Bucket=name, Key="c", Body=b"", ACL="nonsense"), "InvalidArgument")


@check
def ownership_is_changed_and_taken_away():
    s3 = client()
    name = bucket(s3)
    controls = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
    s3.put_bucket_ownership_controls(Bucket=name, OwnershipControls=controls)
    equal(s3.get_bucket_ownership_controls(Bucket=name)["OwnershipControls"], controls)
    s3.delete_bucket_ownership_controls(Bucket=name)
    equal(code_of(s3.get_bucket_ownership_controls, Bucket=name), "OwnershipControlsNotFoundError")
    block = s3.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]
    equal(set(block.values()), {True})
    s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=OPEN)
    equal(s3.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"], OPEN)
    s3.delete_public_access_block(Bucket=name)
    equal(code_of(s3.get_public_access_block, Bucket=name), "NoSuchPublicAccessBlockConfiguration")


@check
def policies():
    s3, other = client(), client(account=1)
    name = bucket(s3)
    s3.put_object(Bucket=name, Key="open/a", Body=b"x")
    s3.put_object(Bucket=name, Key="closed/a", Body=b"x")
    equal(code_of(s3.get_bucket_policy, Bucket=name), "NoSuchBucketPolicy")
    one = {"AWS": f"arn:aws:iam::{ACCOUNTS[1]['id']}:root"}
    policy = statement(name, Principal=one, Resource=f"arn:aws:s3:::{name}/open/*")
    s3.put_bucket_policy(Bucket=name, Policy=policy)
    equal(json.loads(s3.get_bucket_policy(Bucket=name)["Policy"]), json.loads(policy))
    equal(s3.get_bucket_policy_status(Bucket=name)["PolicyStatus"], {"IsPublic": False})
    equal(other.get_object(Bucket=name, Key="open/a")["Body"].read(), b"x")
    equal(code_of(other.get_object, Bucket=name, Key="closed/a"), "AccessDenied")
    equal(code_of(other.get_object, Bucket=name, Key="open/none"), "AccessDenied")
    equal(code_of(other.put_object, Bucket=name, Key="open/a", Body=b"y"), "AccessDenied")
    equal(code_of(s3.put_bucket_policy, Bucket=name, Policy=statement(name)), "AccessDenied")
    s3.delete_public_access_block(Bucket=name)
    s3.put_bucket_policy(Bucket=name, Policy=statement(name))
    equal(fetch(f"{SETTINGS['url']}/{name}/closed/a")[:1], (200,))
    equal(s3.get_bucket_policy_status(Bucket=name)["PolicyStatus"], {"IsPublic": True})
    s3.put_bucket_policy(Bucket=name, Policy=statement(name, Effect="Deny", Action="s3:DeleteObject"))
    equal(code_of(s3.delete_object, Bucket=name, Key="open/a"), "AccessDenied")
    for wrong in ("no JSON", json.dumps({"Version": "2012-10-17"}), statement("another-bucket")):
        equal((wrong, code_of(s3.put_bucket_policy, Bucket=name, Policy=wrong)), (wrong, "MalformedPolicy"))
    s3.delete_bucket_policy(Bucket=name)
    s3.delete_object(Bucket=name, Key="open/a")


@check
def nobody_in_particular():
    """Who does not sign sees what is for everybody, and no more."""
    s3, nobody = client(), client(config={"signature_version": UNSIGNED})
    name = bucket(s3)
    s3.put_object(Bucket=name, Key="a", Body=b"x")
    equal((code_of(nobody.get_object, Bucket=name, Key="a"), code_of(nobody.list_objects_v2, Bucket=name)), ("AccessDenied", "AccessDenied"))
    s3.delete_public_access_block(Bucket=name)
    s3.put_bucket_policy(Bucket=name, Policy=statement(name, Action=["s3:GetObject", "s3:ListBucket"], Resource=[f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]))
    equal((nobody.get_object(Bucket=name, Key="a")["Body"].read(), nobody.list_objects_v2(Bucket=name)["KeyCount"]), (b"x", 1))
    equal(code_of(nobody.get_object, Bucket=name, Key="none"), "NoSuchKey")
    for call, more in ((nobody.put_object, {"Body": b""}), (nobody.delete_object, {}), (nobody.put_object_acl, {"ACL": "private"})):
        equal(code_of(call, Bucket=name, Key="a", **more), "AccessDenied")
