"""Prints, as JSON, the operations and arguments of the AWS CLI for the clients in its settings. Called by ../cli-names.mjs."""

import json
import sys

from awscli.arguments import CLIArgument
from awscli.clidriver import ServiceCommand, ServiceOperation, create_clidriver
from botocore import xform_name

WANTED = json.loads(sys.argv[1])["services"]


def names_of(operation):
    """The arguments that stand for a member of the input (not those that the AWS CLI invented, nor old spellings), and all members."""
    names = [
        name
        for name, argument in operation.arg_table.items()
        if isinstance(argument, CLIArgument)
        and getattr(argument, "_serialized_name", None)
        and not (getattr(argument, "_UNDOCUMENTED", False) and name != xform_name(argument._serialized_name, "-"))
    ]
    shape = operation._operation_model.input_shape
    return {"names": names, "members": list(shape.members) if shape else []}


found = {}
for name, service in create_clidriver()._get_command_table().items():
    if name not in WANTED or not isinstance(service, ServiceCommand):
        continue
    operations = service._get_command_table().items()
    found[name] = {
        operation: names_of(command)
        for operation, command in operations
        if isinstance(command, ServiceOperation) and hasattr(command, "_operation_model")
    }
print(json.dumps(found))
