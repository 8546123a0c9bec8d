"""What happened, as text and as a picture.

An entry is a dict with "at", "node", "what", "text", and "from" for messages that arrive or are lost on the way.
"""


def print_trace(trace):
    """The whole trace as text, one line for each entry."""
    return "\n".join(print_entry(entry) for entry in trace)


def print_entry(entry):
    time, node, what, text = str(entry["at"]).rjust(6), entry["node"], entry["what"], entry["text"]
    if what == "arrives":
        return f"{time}  {entry['from']} -> {node}  {text}"
    if what == "lost":
        return f"{time}  {entry['from']} -x {node}  {text}"
    return f"{time}  {what if node == '' else f'{node}  {what}'}  {text}".rstrip()


def to_sequence_diagram(nodes, trace, most=80):
    """The trace as a mermaid sequence diagram; of a long one, the last ``most`` entries."""
    shown = trace[-most:]
    lines = ["sequenceDiagram", *(f"  participant {node}" for node in nodes)]
    everyone = nodes[0] if len(nodes) == 1 else f"{nodes[0]},{nodes[-1]}"
    if len(shown) < len(trace):
        lines.append(f"  Note over {everyone}: {len(trace) - len(shown)} earlier events")
    for entry in shown:
        at, node, what, text = entry["at"], entry["node"], entry["what"], _escape(entry["text"])
        if what == "arrives":
            lines.append(f"  {entry['from']}->>{node}: {at} ms {text}")
        elif what == "lost":
            lines.append(f"  {entry['from']}-x{node}: {at} ms {text}")
        elif node == "":
            lines.append(f"  Note over {everyone}: {at} ms {text}")
        else:
            lines.append(f"  Note over {node}: {at} ms {f'{what} {text}'.rstrip()}")
    return "\n".join(lines)


_ESCAPES = str.maketrans({"#": "#35;", ";": "#59;", "\n": " "})


def _escape(text):
    """What would end a line of a diagram early is written in another way."""
    return text.translate(_ESCAPES)
