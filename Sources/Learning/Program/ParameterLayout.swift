import Seeds

/// The one flat buffer's table of contents. Parameters, gradients and optimizer moments all share it, so an optimizer is
/// one loop, a checkpoint is one buffer, and a name finds the same range in each. The running statistics of batch norms
/// have one of their own: no gradient, decay or limit may touch them.
package struct ParameterLayout: Sendable, Hashable {
  package private(set) var parameters: [Parameter] = []
  package private(set) var count = 0

  /// Appends a matrix; its name must be new.
  mutating func declare(_ name: String, rows: Int, columns: Int, _ initializer: Initializer) -> Parameter {
    precondition(rows > 0 && columns > 0, "Parameter \(name) needs a positive shape, not \(rows) x \(columns).")
    precondition(!parameters.contains { $0.name == name }, "There are two parameters named \(name).")
    let parameter = Parameter(name: name, rows: rows, columns: columns, offset: count, initializer: initializer)
    parameters.append(parameter)
    count += parameter.count
    return parameter
  }

  mutating func declare(_ name: String, count: Int, _ initializer: Initializer) -> Parameter {
    declare(name, rows: 1, columns: count, initializer)
  }

  /// First values, each parameter from its own branch of the seed: adding a layer changes no other layer's draws.
  package func initialValues(seed: Seed) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for parameter in parameters {
      var generator = seed.child(parameter.name).generator()
      for _ in 0..<parameter.count {
        values.append(parameter.initializer.value(using: &generator))
      }
    }
    return values
  }

  package subscript(name: String) -> Parameter? { parameters.first { $0.name == name } }
}
