import Reports

/// One example in words and, where its family has one, as a picture.
package struct ExampleSketch {
  package var question: String
  package var drawing: Drawing?

  package init(question: String, drawing: Drawing? = nil) {
    self.question = question
    self.drawing = drawing
  }
}
