"""What the local S3 does not have: it says so, and never does something else instead."""

from model_check import HELD

from .common import bucket, check, client, code_of, equal

# Operations that another's hold too, by an older name; and what is at addresses of its own.
ELSEWHERE = {"GetBucketLifecycle", "GetBucketNotification", "PutBucketLifecycle", "PutBucketNotification", "ListDirectoryBuckets", "WriteGetObjectResponse"}
SAMPLES = {"integer": 1, "long": 1, "boolean": True, "blob": b"-", "timestamp": 0, "float": 1.0}


def sample(shape):
    """The least that the model takes."""
    if shape.type_name == "structure":
        names = list(shape.members)[:1] if getattr(shape, "is_tagged_union", False) else shape.required_members
        return {name: sample(shape.members[name]) for name in names}
    if shape.type_name == "list":
        return [sample(shape.member)]
    if shape.type_name == "map":
        return {}
    enum = getattr(shape, "enum", None)
    return SAMPLES.get(shape.type_name, enum[0] if enum else "a sample that is long enough")


@check
def what_is_not_served_says_so():
    """After all others: whatever none of them called is not served, and nothing else is."""
    s3 = client()
    name = bucket(s3)
    s3.put_object(Bucket=name, Key="a", Body=b"as it was")
    model = s3.meta.service_model
    calls = {model.operation_model(operation): method for method, operation in s3.meta.method_to_api_mapping.items()}
    for operation, method in calls.items():
        if operation.name in ELSEWHERE or operation.name in HELD:
            continue
        given = {**sample(operation.input_shape), "Bucket": name}
        if "Key" in given:
            given["Key"] = "a"
        equal((operation.name, code_of(getattr(s3, method), **given)), (operation.name, "NotImplemented"))
    equal(s3.get_object(Bucket=name, Key="a")["Body"].read(), b"as it was")
