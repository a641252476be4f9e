"""Holds every answer against botocore's own model of the API: no element that it does not know, no value of another type."""

import json
import re
import xml.etree.ElementTree as ElementTree

TIMESTAMP = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$")
ENVELOPE = {"requestId", "ResponseMetadata"}
# What EC2 sends although its model says that there is no output.
UNMODELLED = {"return"}
# How many answers were held against the model, by operation.
HELD = {}


def check_against_model(client):
    """Raises from any call of the client whose answer does not fit the model."""
    model = client.meta.service_model

    def hold(response_dict, event_name, **_):
        if response_dict["status_code"] != 200:
            return
        operation = model.operation_model(event_name.rsplit(".", 1)[1])
        HELD[operation.name] = HELD.get(operation.name, 0) + 1
        if model.metadata["protocol"] in ("rest-json", "json"):
            if operation.output_shape:
                hold_json(json.loads(response_dict["body"]), operation.output_shape, operation.name)
            return
        root = ElementTree.fromstring(response_dict["body"])
        expect(local(root.tag) == f"{operation.name}Response", f"root {root.tag}")
        expect(root.tag.startswith("{" + namespace(model)), f"namespace of {root.tag}")
        shape = operation.output_shape
        result = next((child for child in root if local(child.tag) == f"{operation.name}Result"), root)
        for child in result:
            if local(child.tag) not in ENVELOPE | (set() if shape else UNMODELLED):
                hold_member(child, shape, operation.name)

    client.meta.events.register(f"response-received.{model.service_name}", hold)


def namespace(model):
    return model.metadata.get("xmlNamespace", f"http://ec2.amazonaws.com/doc/{model.api_version}")


def hold_member(element, shape, path):
    path = f"{path}.{local(element.tag)}"
    members = {serialized(name, member): member for name, member in (shape.members if shape else {}).items()}
    expect(local(element.tag) in members, f"{path} is not in the model")
    hold_value(element, members[local(element.tag)], path)


def hold_value(element, shape, path):
    if shape.type_name == "structure":
        for child in element:
            hold_member(child, shape, path)
    elif flattened(shape):
        hold_value(element, shape.member, path)
    elif shape.type_name == "list":
        for child in element:
            expect(local(child.tag) == shape.member.serialization.get("name", "item"), f"{path}: item is {child.tag}")
            hold_value(child, shape.member, path)
    else:
        hold_text(element.text or "", shape, path)


def hold_text(text, shape, path):
    kind = shape.type_name
    if kind == "boolean":
        expect(text in ("true", "false"), f"{path} = {text}")
    elif kind in ("integer", "long"):
        expect(re.fullmatch(r"-?\d+", text), f"{path} = {text}")
    elif kind == "timestamp":
        expect(TIMESTAMP.fullmatch(text), f"{path} = {text}")
    elif getattr(shape, "enum", None):
        expect(text in shape.enum, f"{path} = {text}, none of {shape.enum}")


def hold_json(value, shape, path):
    if shape.type_name == "structure":
        expect(isinstance(value, dict), f"{path} = {value!r}")
        for name in getattr(shape, "required_members", []):
            expect(name in value, f"{path}.{name} is not there")
        for name, member in value.items():
            expect(name in shape.members, f"{path}.{name} is not in the model")
            hold_json(member, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        expect(isinstance(value, list), f"{path} = {value!r}")
        for item in value:
            hold_json(item, shape.member, path)
    elif shape.type_name == "timestamp":
        # Seconds of the epoch, as REST and JSON have them.
        expect(type(value) in (int, float) and shape.serialization == {}, f"{path} = {value!r}")
    elif shape.type_name == "map":
        expect(isinstance(value, dict), f"{path} = {value!r}")
        for key, item in value.items():
            hold_text(key, shape.key, f"{path} (its key)")
            hold_json(item, shape.value, f"{path}.{key}")
    elif shape.type_name in ("integer", "long", "boolean"):
        expect(type(value) is (bool if shape.type_name == "boolean" else int), f"{path} = {value!r}")
    else:
        expect(isinstance(value, str), f"{path} = {value!r}")
        hold_text(value, shape, path)


def flattened(shape):
    return shape.type_name == "list" and shape.serialization.get("flattened", False)


def serialized(name, shape):
    if flattened(shape):
        return shape.member.serialization.get("name", shape.serialization.get("name", name))
    return shape.serialization.get("name", name)


def local(tag):
    return tag.rsplit("}", 1)[-1]


def expect(true, problem):
    if not true:
        raise AssertionError(f"the answer does not fit botocore's model: {problem}")
