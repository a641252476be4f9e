"""Prints, as JSON, where the AWS CLI's names and pages differ from the plain rules. Called by ./main.mjs.

Reads the AWS CLI that is installed (its command tables, with its customizations) and the botocore data it comes with.
"""

import json
import re
import sys

import awscli
import botocore
import botocore.exceptions
from awscli.arguments import BooleanArgument, CLIArgument
from awscli.clidriver import ServiceCommand, ServiceOperation, create_clidriver
from botocore import _xform_cache

# The members that tell only where a listing goes on, as ./main.mjs writes them into the table.
TOKENS = set(json.loads(sys.argv[1]))

# What botocore adds up over the pages: numbers, and texts one after the other.
ADDED = {"integer", "long", "float", "double", "string"}


def plain(name):
    """The rule of botocore.xform_name, without its list of exceptions."""
    plural = re.search(r"[A-Z]{2,}s$", name)
    if plural:
        name = f"{name[: plural.start()]}-{plural.group().lower()}"
    return re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1-\2", name)).lower()


def package_of(model):
    return model.metadata["serviceId"].lower().replace(" ", "-")


words, services, arguments, negatives, pages, sums, firsts = {}, {}, {}, {}, {}, {}, {}
clients, by_hand = set(), set()
for (word, separator), spelt in list(_xform_cache.items()):
    if separator == "-" and plain(word) != spelt:
        words[word] = spelt


def expected(name):
    return words.get(name, plain(name))


def read_arguments(package, operation):
    for name, argument in operation.arg_table.items():
        member = getattr(argument, "_serialized_name", None)
        if not isinstance(argument, CLIArgument) or member is None:
            continue  # the AWS CLI's own invention, which is no member of the input
        if getattr(argument, "_UNDOCUMENTED", False) and name != expected(member):
            continue  # an old spelling
        key = f"{package}.{operation._operation_model.name}"
        positive = getattr(argument, "_group_name", name)
        if isinstance(argument, BooleanArgument) and name != positive and positive in operation.arg_table:
            if name != f"no-{positive}":
                negatives.setdefault(key, {})[member] = name
        elif name != expected(member):
            arguments.setdefault(key, {})[member] = name


def read_pages(package, operation, paginators):
    page = paginators.get(operation.name)
    if page is None or operation.output_shape is None:
        return
    tokens = page["input_token"] if isinstance(page["input_token"], list) else [page["input_token"]]
    by_hand.update(tokens, [page["limit_key"]] if "limit_key" in page else [])
    keys = page["result_key"] if isinstance(page["result_key"], list) else [page["result_key"]]
    kept = [*keys, *page.get("non_aggregate_keys", [])]
    if set(kept) != set(operation.output_shape.members) - TOKENS:
        pages.setdefault(package, {})[operation.name] = kept
    if page.get("non_aggregate_keys"):
        firsts.setdefault(package, {})[operation.name] = page["non_aggregate_keys"]
    members = operation.output_shape.members
    added = [key for key in keys if key in members and members[key].type_name in ADDED]
    if added:
        sums.setdefault(package, {})[operation.name] = added


driver = create_clidriver()
loader = driver.session.get_component("data_loader")
count = 0
for name, service in sorted(driver._get_command_table().items()):
    if not isinstance(service, ServiceCommand):
        continue
    model = service.service_model
    package = package_of(model)
    clients.add(package)
    if package != name:
        services[name] = package
    try:
        paginators = loader.load_service_model(model.service_name, "paginators-1")["pagination"]
    except botocore.exceptions.UnknownServiceError:
        paginators = {}
    for operation in service._get_command_table().values():
        if not isinstance(operation, ServiceOperation) or not hasattr(operation, "_operation_model"):
            continue
        count += 1
        read_arguments(package, operation)
        read_pages(package, operation._operation_model, paginators)

versions = {"awscli": awscli.__version__, "botocore": botocore.__version__}
tables = {"words": words, "services": services, "arguments": arguments, "negatives": negatives, "pages": pages, "sums": sums, "firsts": firsts}
tables["clients"] = sorted(clients)
tables["byHand"] = sorted(by_hand)
print(json.dumps({"versions": versions, "operations": count, **tables}))
