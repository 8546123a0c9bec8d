"""Rewrites a learner's Python through `ast` so that it counts its own steps (`python_steps.py`). Line numbers stay."""

import ast

from python_steps import LIBRARY, METHODS

# One underscore: two would be mangled into `_TheClass__name` inside a class.
COUNTER = "_katapath_steps"


def call(name, *args):
    """`_katapath_steps.name(args…)` as a syntax tree."""
    owner = ast.Attribute(ast.Name(COUNTER, ast.Load()), name, ast.Load())
    return ast.Call(owner, list(args), [])


def slice_call(node):
    parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
    return ast.Call(ast.Name("slice", ast.Load()), parts, [])


def is_number(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float))


class Instrument(ast.NodeTransformer):
    """Puts the counting into a syntax tree; line numbers stay."""

    def visit_loop(self, node):
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(call("tick")))
        return node

    visit_For = visit_While = visit_AsyncFor = visit_loop

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        rest = [node.args.vararg] if node.args.vararg else []
        entry = [ast.Expr(call("tick"))]
        entry += [ast.Expr(call("walked", ast.Name(argument.arg, ast.Load()))) for argument in rest]
        at = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body[at:at] = entry
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self.generic_visit(node)
        node.body = ast.BoolOp(ast.And(), [call("tick"), node.body])
        return node

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.ifs.insert(0, call("tick"))
        return node

    def visit_Call(self, node):
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr in METHODS:
            return self.charged("method", [function.value, ast.Constant(function.attr)], node)
        if isinstance(function, ast.Name) and function.id not in ("super", "len", "range", "isinstance", "print"):
            return self.charged("function", [function], node)
        if isinstance(function, ast.Attribute) and function.attr in LIBRARY:
            return self.charged("function", [function], node)
        return node

    def charged(self, name, head, node):
        charged = call(name, *head, *node.args)
        charged.keywords = node.keywords
        return charged

    def visit_Starred(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = call("walked", node.value)
        return node

    def visit_Dict(self, node):
        self.generic_visit(node)
        for index, key in enumerate(node.keys):
            if key is None:
                node.values[index] = call("walked", node.values[index])
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) == 1 and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            found = call("contains", node.left, node.comparators[0])
            return found if isinstance(node.ops[0], ast.In) else ast.UnaryOp(ast.Not(), found)
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Slice):
            return call("item", node.value, slice_call(node.slice))
        return node

    def visit_Assign(self, node):
        self.generic_visit(node)
        for target in node.targets:
            if isinstance(target, (ast.Tuple, ast.List)) and any(isinstance(e, ast.Starred) for e in target.elts):
                node.value = call("walked", node.value)
            if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice):
                node.value = call("replaced", target_value(target), node.value)
        return node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add) and not is_number(node.value):
            node.value = call("extended", node.value)
        return node

    def visit_Delete(self, node):
        self.generic_visit(node)
        if any(not isinstance(target, ast.Subscript) for target in node.targets):
            return node
        return [ast.Expr(call("delete", target_value(target), target_key(target))) for target in node.targets]

    def visit_BinOp(self, node):
        self.generic_visit(node)
        names = {ast.Add: "add", ast.Mult: "times", ast.BitOr: "either", ast.BitAnd: "both"}
        name = names.get(type(node.op))
        sequence = (ast.List, ast.Tuple, ast.ListComp)
        if name is None and isinstance(node.op, ast.Sub) and not (is_number(node.left) or is_number(node.right)):
            name = "minus"
        if name is None or (name != "times" and (is_number(node.left) or is_number(node.right))):
            return node
        if name == "times" and not isinstance(node.left, sequence) and not isinstance(node.right, sequence):
            return node
        return call(name, node.left, node.right)


def target_value(target):
    """The list of `list[a:b] = …` and `del list[i]`, to be read a second time."""
    return ast.parse(ast.unparse(target.value), mode="eval").body


def target_key(target):
    return slice_call(target.slice) if isinstance(target.slice, ast.Slice) else target.slice


def instrument(source, name):
    tree = ast.parse(source, name)
    return compile(ast.fix_missing_locations(Instrument().visit(tree)), name, "exec")
