"""The page in Gradio, with `gr.Plot` of Plotly figures; `gr.on` hears every change of a slider."""

import os

import gradio as gr
from plots import SLIDERS, figures


def update(w0: float, w1: float, threshold: float) -> list[object]:
    """All that depends on the sliders."""
    loss, drawn = figures(w0, w1, threshold)
    return [loss, *drawn]


with gr.Blocks(title="Logistic regression") as demo:
    gr.Markdown("# Logistic regression")
    with gr.Row():
        sliders = [
            gr.Slider(s.low, s.high, value=s.value, step=s.step, label=s.label) for s in SLIDERS
        ]
    loss = gr.Markdown()
    with gr.Row():
        upper = [gr.Plot(show_label=False) for _ in range(2)]
    with gr.Row():
        lower = [gr.Plot(show_label=False) for _ in range(2)]
    # with no triggers named: when the page loads, and at each change of an input, the last one too
    gr.on(fn=update, inputs=sliders, outputs=[loss, *upper, *lower], show_progress="hidden")

if __name__ == "__main__":
    demo.launch(server_name="127.0.0.1", server_port=int(os.environ["PORT"]))
