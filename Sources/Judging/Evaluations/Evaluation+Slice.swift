extension Evaluation {
  /// The rows that meet every condition, ascending.
  package func rows(in slice: Slice) -> [Int] {
    slice.conditions.reduce(Array(truths.indices)) { rows, condition in
      let values = attribute(condition.attribute).values
      return rows.filter { condition.range.contains(Int(values[$0])) }
    }
  }

  /// The same columns, with only the rows that meet every condition.
  package func selecting(_ slice: Slice) -> Evaluation {
    let rows = rows(in: slice)
    return Evaluation(
      split: split,
      truths: rows.map { truths[$0] },
      predictions: rows.map { predictions[$0] },
      attributes: attributes.map { attribute in Attribute(attribute.name, rows.map { attribute.values[$0] }) },
      quantity: quantity)
  }
}
