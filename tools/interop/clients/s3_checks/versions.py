"""Versions of objects, and the markers that say that one is deleted."""

from .common import bucket, check, client, code_of, equal, error_of, resource


def versioned(s3):
    name = bucket(s3)
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return name


def listed(s3, name, **more):
    page = s3.list_object_versions(Bucket=name, **more)
    rows = [(one["Key"], one["VersionId"], one["IsLatest"]) for one in page.get("Versions", [])]
    return rows, [(one["Key"], one["VersionId"], one["IsLatest"]) for one in page.get("DeleteMarkers", [])]


@check
def versions_and_delete_markers():
    s3 = client()
    name = bucket(s3)
    equal(s3.get_bucket_versioning(Bucket=name).get("Status"), None)
    s3.put_object(Bucket=name, Key="a", Body=b"before")
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    equal(s3.get_bucket_versioning(Bucket=name)["Status"], "Enabled")
    ids = [s3.put_object(Bucket=name, Key="a", Body=body)["VersionId"] for body in (b"1", b"22")]
    marker = s3.delete_object(Bucket=name, Key="a")
    equal(marker["DeleteMarker"], True)
    equal(listed(s3, name), (
        [("a", ids[1], False), ("a", ids[0], False), ("a", "null", False)],
        [("a", marker["VersionId"], True)],
    ))
    told = error_of(s3.get_object, Bucket=name, Key="a")
    equal((told["Error"]["Code"], told["ResponseMetadata"]["HTTPHeaders"]["x-amz-delete-marker"]), ("NoSuchKey", "true"))
    equal(s3.get_object(Bucket=name, Key="a", VersionId=ids[0])["Body"].read(), b"1")
    equal(s3.get_object(Bucket=name, Key="a", VersionId="null")["Body"].read(), b"before")
    told = error_of(s3.get_object, Bucket=name, Key="a", VersionId=marker["VersionId"])
    equal((told["Error"]["Code"], told["ResponseMetadata"]["HTTPHeaders"]["allow"]), ("MethodNotAllowed", "DELETE"))
    equal(code_of(s3.head_object, Bucket=name, Key="a", VersionId=marker["VersionId"]), "405")
    undone = s3.delete_object(Bucket=name, Key="a", VersionId=marker["VersionId"])
    equal((undone["DeleteMarker"], undone["VersionId"]), (True, marker["VersionId"]))
    equal(s3.get_object(Bucket=name, Key="a")["Body"].read(), b"22")
    s3.delete_object(Bucket=name, Key="a", VersionId=ids[1])
    equal(s3.get_object(Bucket=name, Key="a")["VersionId"], ids[0])
    absent = ids[0][:-1] + ("x" if ids[0][-1] != "x" else "y")
    equal(code_of(s3.get_object, Bucket=name, Key="a", VersionId=absent) in ("NoSuchVersion", "InvalidArgument"), True)


@check
def versioning_that_is_suspended():
    s3 = client()
    name = versioned(s3)
    kept = s3.put_object(Bucket=name, Key="a", Body=b"kept")["VersionId"]
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})
    for body in (b"1", b"2"):
        equal(s3.put_object(Bucket=name, Key="a", Body=body).get("VersionId", "null"), "null")
    equal(listed(s3, name)[0], [("a", "null", True), ("a", kept, False)])
    equal(s3.delete_object(Bucket=name, Key="a")["VersionId"], "null")
    equal(listed(s3, name), ([("a", kept, False)], [("a", "null", True)]))


@check
def versions_in_pages_and_with_delimiters():
    s3 = client()
    name = versioned(s3)
    for key in ("a", "b/1", "b/2", "c"):
        for body in (b"1", b"2"):
            s3.put_object(Bucket=name, Key=key, Body=body)
    s3.delete_object(Bucket=name, Key="c")
    whole = listed(s3, name)
    pages = list(s3.get_paginator("list_object_versions").paginate(Bucket=name, PaginationConfig={"PageSize": 2}))
    equal([(one["Key"], one["VersionId"], one["IsLatest"]) for page in pages for one in page.get("Versions", [])], whole[0])
    equal(sum(len(page.get("DeleteMarkers", [])) for page in pages), 1)
    page = s3.list_object_versions(Bucket=name, Delimiter="/")
    equal(([one["Key"] for one in page["Versions"]], [one["Prefix"] for one in page["CommonPrefixes"]]), (["a", "a", "c", "c"], ["b/"]))
    equal(len(listed(s3, name, Prefix="b/")[0]), 4)
    equal(code_of(s3.delete_bucket, Bucket=name), "BucketNotEmpty")
    resource().Bucket(name).object_versions.delete()
    s3.delete_bucket(Bucket=name)


@check
def many_are_deleted_each_on_its_own():
    s3 = client()
    name = versioned(s3)
    first = s3.put_object(Bucket=name, Key="a", Body=b"1")["VersionId"]
    s3.put_object(Bucket=name, Key="b", Body=b"1")
    done = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "a", "VersionId": first}, {"Key": "b"}, {"Key": "none"}]})
    by_key = {one["Key"]: one for one in done["Deleted"]}
    equal(by_key["a"], {"Key": "a", "VersionId": first})
    equal((by_key["b"]["DeleteMarker"], "none" in by_key, done.get("Errors")), (True, True, None))
    marker = by_key["b"]["DeleteMarkerVersionId"]
    again = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "b", "VersionId": marker}]})
    equal(again["Deleted"], [{"Key": "b", "VersionId": marker, "DeleteMarker": True, "DeleteMarkerVersionId": marker}])
    equal(s3.get_object(Bucket=name, Key="b")["Body"].read(), b"1")
    strange = client(account=1).delete_objects(Bucket=name, Delete={"Objects": [{"Key": "b"}]})
    equal([(one["Key"], one["Code"]) for one in strange["Errors"]], [("b", "AccessDenied")])
