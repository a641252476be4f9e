"""Holds S3's answers against botocore's own model: every element of a body, and every header that begins as S3's do."""

import xml.etree.ElementTree as ElementTree

from model_check import HELD, expect, hold_member, hold_text, local

NAMESPACE = "{http://s3.amazonaws.com/doc/2006-03-01/}"
# What every answer has, and no operation's model.
ALWAYS = {"x-amz-request-id", "x-amz-id-2"}
# What S3 tells with more operations than its model says.
OFTEN = {"x-amz-bucket-region"}


def check_against_s3_model(client):
    """Raises from any call of the client whose answer does not fit the model."""
    model = client.meta.service_model

    def hold(response_dict, event_name, **_):
        if not 200 <= response_dict["status_code"] < 300:
            return
        operation = model.operation_model(event_name.rsplit(".", 1)[1])
        HELD[operation.name] = HELD.get(operation.name, 0) + 1
        expect(ALWAYS <= {name.lower() for name in response_dict["headers"]}, f"{operation.name} has no request id")
        hold_headers(response_dict["headers"], operation)
        hold_body(response_dict["body"], operation)

    client.meta.events.register(f"response-received.{model.service_name}", hold)


def hold_headers(headers, operation):
    shapes = located(operation.output_shape, "header")
    prefixes = tuple(name.lower() for name in located(operation.output_shape, "headers"))
    for name, text in headers.items():
        name = name.lower()
        if name in shapes:
            if shapes[name].type_name != "timestamp":
                hold_text(text, shapes[name], f"{operation.name}, header {name}")
        elif name.startswith("x-amz-") and name not in ALWAYS | OFTEN:
            expect(prefixes and name.startswith(prefixes), f"{operation.name}: header {name} is not in the model")


def hold_body(body, operation):
    shape = operation.output_shape
    payload = shape.serialization.get("payload") if shape else None
    root_names = None
    if payload:
        shape = shape.members[payload]
        root_names = {shape.name, shape.serialization.get("name", shape.name)}
        if shape.type_name != "structure":
            return  # bytes, or a text that is a document of its own
    if not body or not isinstance(body, bytes):
        expect(not isinstance(body, bytes) or not in_body(shape), f"{operation.name} has no body")
        return
    expect(shape is not None, f"{operation.name} has a body: {body!r}")
    root = ElementTree.fromstring(body)
    expect(root.tag.startswith(NAMESPACE), f"{operation.name}: namespace of {root.tag}")
    expect(root_names is None or local(root.tag) in root_names, f"{operation.name}: root {root.tag}")
    if operation.name == "GetBucketLocation":
        return  # its root holds the value, which the model does not tell
    for child in root:
        hold_member(child, shape, operation.name)


def in_body(shape):
    return shape is not None and any("location" not in member.serialization for member in shape.members.values())


def located(shape, location):
    members = shape.members.values() if shape else ()
    found = [member for member in members if member.serialization.get("location") == location]
    return {member.serialization["name"].lower(): member for member in found}
