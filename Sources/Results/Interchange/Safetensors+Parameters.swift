import Learning
import Storage

extension Safetensors {
  /// A model's parameters as one tensor each, by the layout's names.
  package init(_ parameters: [Float], _ layout: ParameterLayout, file: String) {
    precondition(
      parameters.count == layout.count, "The layout has \(layout.count) parameters, not \(parameters.count).")
    let tensors = layout.parameters.map { parameter in
      (parameter.name, Tensor(.floats(Array(parameters[parameter.range])), shape: parameter.shape))
    }
    self.init(Dictionary(uniqueKeysWithValues: tensors), file: file)
  }

  /// The flat parameters of a model; every one must be there, in its shape and finite.
  package func parameters(of layout: ParameterLayout) throws(SafetensorsProblem) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(layout.count)
    for parameter in layout.parameters {
      let tensor = try floats(parameter.name, shape: parameter.shape)
      guard tensor.allSatisfy(\.isFinite) else { throw problem(parameter.name, "holds what is not a finite number") }
      values += tensor
    }
    return values
  }
}

extension Parameter {
  /// A vector has one axis, a matrix two.
  fileprivate var shape: [Int] { rows == 1 ? [columns] : [rows, columns] }
}
