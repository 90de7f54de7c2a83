/// An example up to the symmetries of its task: two with equal keys ask the same question.
package struct ExampleKey: Sendable {
  private let value: any Hashable & Sendable

  /// - Parameter value: of a type that no other family's keys have.
  package init(_ value: some Hashable & Sendable) { self.value = value }
}

extension ExampleKey: Hashable {
  package static func == (one: ExampleKey, other: ExampleKey) -> Bool {
    AnyHashable(one.value) == AnyHashable(other.value)
  }

  package func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
