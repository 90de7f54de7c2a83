/// What is kept of one model asked one split: a row an example, in the order asked.
package struct Evaluation: Hashable, Sendable {
  /// One whole number about every example, such as the number of vertices.
  package struct Attribute: Hashable, Sendable {
    package let name: String
    package let values: [Int32]

    package init(_ name: String, _ values: [Int32]) {
      self.name = name
      self.values = values
    }
  }

  /// The split's name.
  package let split: String
  package let truths: [Float]
  package let predictions: [Float]
  /// In declared order.
  package let attributes: [Attribute]
  /// What truths and predictions measure, such as `distance`: then an answer can be far off. Nil for names and shares.
  package let quantity: String?

  package init(
    split: String, truths: [Float], predictions: [Float], attributes: [Attribute], quantity: String? = nil
  ) {
    precondition(
      truths.count == predictions.count, "\(truths.count) truths and \(predictions.count) predictions in \(split)")
    for attribute in attributes {
      precondition(
        attribute.values.count == truths.count,
        "\(attribute.values.count) values of \(attribute.name) for \(truths.count) examples in \(split)")
    }
    precondition(
      Set(attributes.map(\.name)).count == attributes.count,
      "an attribute is there twice in \(split): \(attributes.map(\.name))")
    self.split = split
    self.truths = truths
    self.predictions = predictions
    self.attributes = attributes
    self.quantity = quantity
  }

  /// The same with one more column.
  package func adding(_ attribute: Attribute) -> Evaluation {
    Evaluation(
      split: split, truths: truths, predictions: predictions, attributes: attributes + [attribute],
      quantity: quantity)
  }

  /// The same examples, answered otherwise.
  package func answered(_ predictions: [Float]) -> Evaluation {
    Evaluation(split: split, truths: truths, predictions: predictions, attributes: attributes, quantity: quantity)
  }

  /// The number of examples.
  package var count: Int { truths.count }

  /// The column with this name. Asking for one that was never declared is the caller's bug.
  package func attribute(_ name: String) -> Attribute {
    guard let attribute = attributes.first(where: { $0.name == name }) else {
      preconditionFailure(
        "no attribute \"\(name)\" in \(split); it has: \(attributes.map(\.name).joined(separator: ", "))")
    }
    return attribute
  }
}
