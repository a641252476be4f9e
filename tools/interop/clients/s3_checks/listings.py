"""Listings, of both versions: in the order of the keys' bytes, in pages, with prefixes in common, of keys that XML cannot hold."""

from .common import bucket, check, client, code_of, equal, put_all

TREE = ("a.txt", "b/1", "b/2", "b/c/3", "d/4", "e//5", "f")


def keys(page):
    return [one["Key"] for one in page.get("Contents", [])]


def prefixes(page):
    return [one["Prefix"] for one in page.get("CommonPrefixes", [])]


@check
def listings_with_delimiters():
    s3 = client()
    name = bucket(s3)
    put_all(s3, name, TREE)
    for call in (s3.list_objects, s3.list_objects_v2):
        top = call(Bucket=name, Delimiter="/")
        equal((keys(top), prefixes(top)), (["a.txt", "f"], ["b/", "d/", "e/"]))
        inner = call(Bucket=name, Delimiter="/", Prefix="b/")
        equal((keys(inner), prefixes(inner)), (["b/1", "b/2"], ["b/c/"]))
        half = call(Bucket=name, Delimiter="/", Prefix="b")
        equal((keys(half), prefixes(half)), ([], ["b/"]))
        other = call(Bucket=name, Delimiter="//")
        equal((keys(other), prefixes(other)), ([key for key in TREE if key != "e//5"], ["e//"]))
        equal((keys(call(Bucket=name, Prefix="none")), keys(call(Bucket=name, MaxKeys=0))), ([], []))
    equal(keys(s3.list_objects_v2(Bucket=name, StartAfter="b/c/3")), ["d/4", "e//5", "f"])
    equal(keys(s3.list_objects(Bucket=name, Marker="d/4")), ["e//5", "f"])
    owner = s3.list_objects_v2(Bucket=name, FetchOwner=True)["Contents"][0]["Owner"]["ID"]
    equal(owner, s3.list_buckets()["Owner"]["ID"])


@check
def listings_in_pages():
    s3 = client()
    name = bucket(s3)
    put_all(s3, name, TREE)
    for operation in ("list_objects", "list_objects_v2"):
        for size in (1, 2, 3):
            pages = list(s3.get_paginator(operation).paginate(Bucket=name, PaginationConfig={"PageSize": size}))
            equal([key for page in pages for key in keys(page)], list(TREE))
            equal([page["IsTruncated"] for page in pages], [True] * (len(pages) - 1) + [False])
            pages = list(s3.get_paginator(operation).paginate(Bucket=name, Delimiter="/", PaginationConfig={"PageSize": size}))
            equal(([key for page in pages for key in keys(page)], [one for page in pages for one in prefixes(page)]), (["a.txt", "f"], ["b/", "d/", "e/"]))
            assert all(len(keys(page)) + len(prefixes(page)) <= size for page in pages)
    equal(s3.list_objects_v2(Bucket=name, MaxKeys=3)["KeyCount"], 3)
    equal(code_of(s3.list_objects_v2, Bucket=name, ContinuationToken="stale"), "InvalidArgument")
    equal(code_of(s3.list_objects_v2, Bucket=name, MaxKeys=-1), "InvalidArgument")


@check
def keys_in_the_order_of_their_bytes():
    s3 = client()
    name = bucket(s3)
    odd = ["\uffee", "\U0001f600", "Z", "a", "ä", "a\x00b", "\x07", "a+b c%", "\n", "&amp;", "<x>", "a\ufeff"]
    put_all(s3, name, odd)
    wanted = sorted(odd, key=str.encode)
    for operation in ("list_objects", "list_objects_v2"):
        for size in (1000, 1):
            pages = s3.get_paginator(operation).paginate(Bucket=name, PaginationConfig={"PageSize": size})
            equal([key for page in pages for key in keys(page)], wanted)
    equal([one["Key"] for one in s3.list_object_versions(Bucket=name)["Versions"]], wanted)


@check
def more_than_a_page():
    s3 = client()
    name = bucket(s3)
    put_all(s3, name, [f"{at:04}" for at in range(1005)])
    first = s3.list_objects_v2(Bucket=name)
    equal((first["KeyCount"], first["MaxKeys"], first["IsTruncated"]), (1000, 1000, True))
    second = s3.list_objects_v2(Bucket=name, ContinuationToken=first["NextContinuationToken"])
    equal(keys(second), [f"{at:04}" for at in range(1000, 1005)])
    equal(s3.list_objects_v2(Bucket=name, MaxKeys=5000)["KeyCount"], 1000)
    both = keys(first) + keys(second)
    equal(code_of(s3.delete_objects, Bucket=name, Delete={"Objects": [{"Key": key} for key in both]}), "MalformedXML")
    s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": key} for key in both[:1000]], "Quiet": True})
    equal(s3.list_objects_v2(Bucket=name)["KeyCount"], 5)


@check
def what_is_archived_in_a_listing():
    s3 = client()
    name = bucket(s3)
    for key in ("cold", "thawed"):
        s3.put_object(Bucket=name, Key=key, Body=b"-", StorageClass="GLACIER")
    s3.restore_object(Bucket=name, Key="thawed", RestoreRequest={"Days": 1})
    # Not of versions, of which botocore's model knows no class but STANDARD.
    for call in (s3.list_objects, s3.list_objects_v2):
        assert "RestoreStatus" not in str(call(Bucket=name)), "told without being asked"
        page = call(Bucket=name, OptionalObjectAttributes=["RestoreStatus"])
        cold, thawed = page["Contents"]
        equal((cold["StorageClass"], cold.get("RestoreStatus", {}).get("RestoreExpiryDate")), ("GLACIER", None))
        equal((thawed["RestoreStatus"]["IsRestoreInProgress"], "RestoreExpiryDate" in thawed["RestoreStatus"]), (False, True))
