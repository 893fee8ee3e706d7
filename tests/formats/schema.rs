//! JSON Schema (draft 4, and `const`), for the keywords that the schemas in use here have.

use serde_json::Value;

/// A schema. A keyword that is not known is a panic: nothing passes unread.
pub(crate) struct Schema {
    root: Value,
    /// What a field is that no `properties` tell of, where `additionalProperties` says nothing.
    others: Others,
}

/// See [`Schema::exact`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
    Allowed,
    Mistakes,
}

impl Schema {
    /// A schema of the repository.
    pub(crate) fn load(file: &str) -> Schema {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"));
        Schema { root: serde_json::from_str(&text).expect("JSON"), others: Others::Allowed }
    }

    /// The same, where a field that the schema does not tell of is a mistake, for it is to tell of them all.
    pub(crate) fn exact(self) -> Schema {
        Schema { others: Others::Mistakes, ..self }
    }

    /// What is wrong with a value, each with its place.
    pub(crate) fn mistakes(&self, value: &Value) -> Vec<String> {
        let mut wrong = Vec::new();
        self.hold(value, &self.root, "$", &mut wrong);
        wrong
    }

    fn hold(&self, value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
        let keywords = schema.as_object().expect("a schema is an object");
        for (keyword, rule) in keywords {
            let holds = match keyword.as_str() {
                "$schema" | "title" | "id" | "description" | "default" | "definitions" => true,
                "$ref" => {
                    let pointer = rule.as_str().and_then(|rule| rule.strip_prefix('#')).expect("a local one");
                    let target = self.root.pointer(pointer).expect("what is referred to");
                    self.hold(value, target, at, wrong);
                    true
                }
                "anyOf" | "oneOf" => {
                    let choices = rule.as_array().expect("a list").iter();
                    let fitting = choices.filter(|choice| {
                        let mut wrong = Vec::new();
                        self.hold(value, choice, at, &mut wrong);
                        wrong.is_empty()
                    });
                    let count = fitting.count();
                    count == 1 || (keyword == "anyOf" && count > 0)
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.hold(item, rule, &format!("{at}[{index}]"), wrong);
                    }
                    true
                }
                // Both are one question, asked below.
                "properties" | "additionalProperties" => true,
                _ => holds(value, keyword, rule),
            };
            if !holds {
                wrong.push(format!("{at}: {keyword} {rule}: {value}"));
            }
        }
        self.hold_fields(value, schema, at, wrong);
    }

    fn hold_fields(&self, value: &Value, schema: &Value, at: &str, wrong: &mut Vec<String>) {
        let (properties, others) = (schema.get("properties"), schema.get("additionalProperties"));
        if properties.is_none() && others.is_none() {
            return;
        }
        for (name, field) in value.as_object().into_iter().flatten() {
            let at = format!("{at}.{name}");
            match (properties.and_then(|properties| properties.get(name)), others) {
                (Some(schema), _) => self.hold(field, schema, &at, wrong),
                (None, Some(Value::Bool(true))) => {}
                (None, None) if self.others == Others::Allowed => {}
                (None, Some(Value::Bool(false)) | None) => wrong.push(format!("{at}: is not known")),
                (None, Some(schema)) => self.hold(field, schema, &at, wrong),
            }
        }
    }
}

/// Whether a value is as a keyword has it that asks of the value alone.
fn holds(value: &Value, keyword: &str, rule: &Value) -> bool {
    let bound = || rule.as_f64().expect("a number");
    match keyword {
        "const" => value == rule,
        "enum" => rule.as_array().expect("a list").contains(value),
        "type" => match rule {
            Value::Array(names) => names.iter().any(|name| is_type(value, name)),
            name => is_type(value, name),
        },
        "minimum" => value.as_f64().is_none_or(|number| number >= bound()),
        "maximum" => value.as_f64().is_none_or(|number| number <= bound()),
        "minItems" => value.as_array().is_none_or(|items| items.len() as f64 >= bound()),
        "uniqueItems" => value
            .as_array()
            .is_none_or(|items| items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))),
        "required" => {
            let mut names = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
            value.as_object().is_none_or(|fields| names.all(|name| fields.contains_key(name)))
        }
        // An address is the only one.
        "format" => value.as_str().is_none_or(|text| {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte))
        }),
        unknown => panic!("the keyword {unknown} is not looked at"),
    }
}

fn is_type(value: &Value, name: &Value) -> bool {
    match name.as_str().expect("a name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no type {other}"),
    }
}
